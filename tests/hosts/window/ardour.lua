-- Makes a session for the window in Ardour: ardour.lua FOLDER LXVST|VST3. One MIDI track with DrumSpace.

AudioEngine:set_backend("None (Dummy)", "Unit-Test", "")
assert(create_session(arg[1], "window", 48000), "no session can be made")
local info = ARDOUR.LuaAPI.new_plugin_info("DrumSpace", ARDOUR.PluginType[arg[2]])
assert(info and not info:isnil(), "DrumSpace is not among the plugins")
local one = ARDOUR.ChanCount(ARDOUR.DataType("midi"), 1)
Session:new_midi_track(one, one, false, info, nil, nil, 1, "Drums", ARDOUR.PresentationInfo.max_order, ARDOUR.TrackMode.Normal, true, false)
Session:save_state("", false, false, false)
quit()
