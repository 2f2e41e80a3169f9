-- Runs DrumSpace in Ardour without a window: ardour.lua FOLDER LXVST|VST3 record|reload
-- record: adds it to a track at 140 quarters per minute, records its MIDI while Z1 is automated, exports its audio, saves the session.
-- reload: opens that session and prints the parameters. ardour.sh reads the lines "KEY VALUE".

local folder, format, mode = arg[1], arg[2], arg[3]
local rate = 44100 -- the rate of a simple export, so that nothing is resampled

AudioEngine:set_backend("None (Dummy)", "Unit-Test", "")

local function parameters(track)
  local plugin = track:nth_plugin(0):to_insert():plugin(0)
  local values = {}
  for i = 0, plugin:parameter_count() - 1 do
    values[#values + 1] = string.format("%s=%.4f", plugin:parameter_label(i), ARDOUR.LuaAPI.get_processor_param(track:nth_plugin(0), i))
  end
  print("PARAMETERS", table.concat(values, ";"))
end

if mode == "reload" then
  local session = load_session(folder, "test")
  assert(session, "the session cannot be opened")
  parameters(Session:route_by_name("Drums"))
  quit()
  return
end

assert(create_session(folder, "test", rate), "no session can be made")
local info = ARDOUR.LuaAPI.new_plugin_info("DrumSpace", ARDOUR.PluginType[format])
assert(info and not info:isnil(), "DrumSpace is not among the plugins")

local tempo = Temporal.TempoMap.fetch_writable()
tempo:set_tempo(Temporal.Tempo(140, 140, 4), Temporal.timepos_t(0))
Temporal.TempoMap.update(tempo)
tempo = nil

local function midi_track(name, plugin, strict)
  local one = ARDOUR.ChanCount(ARDOUR.DataType("midi"), 1)
  local made = Session:new_midi_track(one, one, strict, plugin, nil, nil, 1, name, ARDOUR.PresentationInfo.max_order,
    ARDOUR.TrackMode.Normal, true, false)
  for track in made:iter() do return track end
end

local drums = midi_track("Drums", info, false)
local take = midi_track("Take", ARDOUR.PluginInfo(), false)
print("OUTPUTS", drums:n_outputs():n_midi() .. "+" .. drums:n_outputs():n_audio())
take:input():midi(0):connect(drums:output():midi(0):name())

-- Z1 below its middle for 4 s, then above; Z2 and the others below, so that only Z1 adds a drum.
local processor = drums:nth_plugin(0)
for i = 1, 3 do ARDOUR.LuaAPI.set_processor_param(processor, i, 0.125 * i) end
local _, curve, _ = ARDOUR.LuaAPI.plugin_automation(processor, 0)
local function at(seconds) return Temporal.timepos_t(math.floor(rate * seconds)) end
curve:add(at(0), 0.25, false, true)
curve:add(at(3.99), 0.25, false, true)
curve:add(at(4), 0.875, false, true)
local control = processor:to_automatable():automation_control(Evoral.Parameter(ARDOUR.AutomationType.PluginAutomation, 0, 0), true)
control:set_automation_state(ARDOUR.AutoState.Play)

take:rec_enable_control():set_value(1, PBD.GroupControlDisposition.NoGroup)
Session:maybe_enable_record()
Session:goto_start()
sleep(0.5)
Session:request_roll(ARDOUR.TransportRequestSource.TRS_UI)
for _ = 1, 400 do -- a busy machine plays slower than real time
  sleep(0.1)
  if Session:transport_sample() > rate * 8.2 then break end
end
Session:request_stop(false, false, ARDOUR.TransportRequestSource.TRS_UI)
sleep(1)
take:rec_enable_control():set_value(0, PBD.GroupControlDisposition.NoGroup)
control:set_automation_state(ARDOUR.AutoState.Off)
ARDOUR.LuaAPI.set_processor_param(processor, 0, 0.625)
parameters(drums)
Session:save_state("", false, false, false)
control:set_automation_state(ARDOUR.AutoState.Play)

local export = Session:simple_export()
export:set_name("mix")
export:set_folder(folder .. "/export")
export:set_range(0, rate * 8)
export:check_outputs()
print("EXPORTED", export:run_export())
quit() -- not close_session(): after an export, Ardour 7.3 corrupts its heap there, with or without plugins
