-- Plays DrumSpace in Ardour without a window, with loops and jumps: ardour-travel.lua FOLDER compose|travel|bounce NAME LXVST|VST3
-- compose: adds DrumSpace and tap.c to a track, draws a curve for Z1, makes a range of four bars (the later loop), and saves.
-- travel:  plays the loop twice, leaves it into another tempo, jumps while rolling, saves.
-- bounce:  exports the audio as NAME.wav.
-- ardour-travel.sh reads the lines "KEY VALUE". check_travel.py expects this song: 240 quarters per minute, 180 from quarter 16 on.

local folder, mode, name, format = arg[1], arg[2], arg[3], arg[4]
local rate = 44100 -- the rate of a simple export, so that nothing is resampled

AudioEngine:set_backend("None (Dummy)", "Unit-Test", "")

local function quarter(number)
  return math.floor(rate * (number <= 16 and number / 4 or 4 + (number - 16) / 3) + 0.5)
end

local function bounce()
  local export = Session:simple_export()
  export:set_name(name)
  export:set_folder(folder .. "/export")
  export:set_range(0, quarter(32))
  export:check_outputs()
  print("EXPORTED", export:run_export())
  quit() -- not close_session(): after an export, Ardour 7.3 corrupts its heap there, with or without plugins
end

-- Waits until the song has jumped back so many times and has passed a position.
local function roll(past, turns)
  local last = Session:transport_sample()
  for _ = 1, 400 do
    sleep(0.05)
    local now = Session:transport_sample()
    if now < last then turns = turns - 1 end
    last = now
    if turns <= 0 and now >= quarter(past) then return end
  end
end

local function travel()
  local function go(number)
    Session:request_locate(quarter(number), false, ARDOUR.LocateTransportDisposition.MustRoll, ARDOUR.TransportRequestSource.TRS_UI)
    sleep(0.3)
  end
  Session:goto_start()
  sleep(0.5)
  Session:request_play_loop(true, false)
  Session:request_roll(ARDOUR.TransportRequestSource.TRS_UI)
  roll(2, 2)
  Session:request_play_loop(false, true)
  roll(24, 0)
  go(40.3)
  roll(43, 0)
  go(14.6)
  roll(19, 0)
  Session:request_stop(false, false, ARDOUR.TransportRequestSource.TRS_UI)
  sleep(0.5)
  print("SAVED", Session:save_state("", false, false, false))
  quit()
end

if mode ~= "compose" then
  assert(load_session(folder, "test"), "the session cannot be opened")
  if mode == "travel" then travel() else bounce() end
  return
end

assert(create_session(folder, "test", rate), "no session can be made")
local tempo = Temporal.TempoMap.fetch_writable()
tempo:set_tempo(Temporal.Tempo(240, 240, 4), Temporal.timepos_t(0))
tempo:set_tempo(Temporal.Tempo(180, 180, 4), Temporal.timepos_t.from_ticks(Temporal.ticks_per_beat * 16))
Temporal.TempoMap.update(tempo)
tempo = nil

local function info(plugin)
  local found = ARDOUR.LuaAPI.new_plugin_info(plugin, ARDOUR.PluginType[plugin == "DrumSpace" and format or "LXVST"])
  assert(found and not found:isnil(), plugin .. " is not among the plugins")
  return found
end

local one = ARDOUR.ChanCount(ARDOUR.DataType("midi"), 1)
local made = Session:new_midi_track(one, one, false, info("DrumSpace"), nil, nil, 1, "Drums", ARDOUR.PresentationInfo.max_order,
  ARDOUR.TrackMode.Normal, true, false)
local drums
for track in made:iter() do drums = track end
info("Tap")
local tap = ARDOUR.LuaAPI.new_plugin(Session, "Tap", ARDOUR.PluginType.LXVST, "")
assert(tap and not tap:isnil(), "Tap cannot be made")
drums:add_processor_by_index(tap, 1, nil, true)
local master = Session:master_out():input()
for channel = 0, 1 do drums:output():audio(channel):connect(master:audio(channel):name()) end

-- Z1 passes its middle at quarters 9 and 23: only there the bass drum plays. Z2 and the others stay below theirs.
local processor = drums:nth_plugin(0)
for i = 1, 3 do ARDOUR.LuaAPI.set_processor_param(processor, i, 0.125 * i) end
local _, curve, _ = ARDOUR.LuaAPI.plugin_automation(processor, 0)
local function draw(number, value) curve:add(Temporal.timepos_t(quarter(number)), value, false, true) end
draw(0, 0.25)
draw(8.5, 0.25)
draw(9.5, 0.75)
draw(22.5, 0.75)
draw(23.5, 0.25)
local z1 = Evoral.Parameter(ARDOUR.AutomationType.PluginAutomation, 0, 0)
processor:to_automatable():automation_control(z1, true):set_automation_state(ARDOUR.AutoState.Play)

Session:locations():add_range(Temporal.timepos_t(quarter(0)), Temporal.timepos_t(quarter(16)))
print("SAVED", Session:save_state("", false, false, false))
quit()
