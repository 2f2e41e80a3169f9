#!/usr/bin/env python3
"""Writes a Qtractor session with DrumSpace on a track at 140 quarters per minute: make_session.py PLUGIN FOLDER [TAP]

PLUGIN is the .so for VST2 or the .clap for CLAP. With TAP, the library of tap.c, the session is the song of check_travel.py: 240 quarters
per minute, 180 from quarter 20 on, the first 16 looped, a curve for Z1, and the tap after the plugin.
The kit is then at full level: after an export Qtractor sometimes sends the track's fader (controller 7) to its plugins, so that any other
level could differ between two bounces.
Z1 is automated by controller 1 of a MIDI file, which is Qtractor's format of curves: below its middle for 4 s, then above. Z2 to Z4 are
below theirs. The plugin's MIDI is routed to the MIDI bus.
"""
import base64
import pathlib
import struct
import sys
import zlib

plugin, folder = sys.argv[1], pathlib.Path(sys.argv[2])
kind = "CLAP" if plugin.endswith(".clap") else "VST"
tap = sys.argv[3] if len(sys.argv) > 3 else None
DIVISION = 960


def variable(number):
    out = [number & 127]
    while number := number >> 7:
        out.insert(0, number & 127 | 128)
    return bytes(out)


def curve(points):
    track, last = b"", 0
    for quarter, value in points:
        tick = round(quarter * DIVISION)
        track += variable(tick - last) + bytes([0xB0, 1, value])
        last = tick
    track += b"\0\xff\x2f\0"
    return b"MThd" + struct.pack(">IHHH", 6, 1, 1, DIVISION) + b"MTrk" + struct.pack(">I", len(track)) + track


if tap:
    tempo, mode, loop_end = 240, "Linear", 4 * 48000
    points = [(0, 32), (8.5, 32), (9.5, 96), (22.5, 96), (23.5, 32), (100, 32)]
    changes = f"""<tempo-map><tempo-node bar="5" frame="{5 * 48000}"><tempo>180</tempo><beat-type>2</beat-type>
  <beats-per-bar>4</beats-per-bar><beat-divisor>2</beat-divisor></tempo-node></tempo-map>"""
    after = f"""<plugin type="VST"><filename>{tap}</filename><index>0</index><label>Tap</label><preset/><activated>1</activated>
     <configs/><params/></plugin>"""
else:
    tempo, mode, loop_end, changes, after = 140, "Hold", 0, "", ""
    points = [(seconds * 140 / 60, value) for seconds, value in ((0, 32), (3.9, 32), (4, 112), (30, 112))]
(folder / "curve.mid").write_bytes(curve(points))
level = 1 if tap else 0.75
named = (("Z2", 1, 0.125), ("Z3", 2, 0.25), ("Z4", 3, 0.375), ("Kit Vol", 4, level))
values = "".join(f'<param name="{name}" index="{index}">{value}</param>' for name, index, value in named)

# Qtractor sets these values in a CLAP plugin before it processes, and then discards them. So the session needs the plugin's own state:
# the chunk of a program with the first five parameters, in Qt's compression.
configs = ""
if kind == "CLAP":
    program = b"\0" + struct.pack("<H5f", 5, 0.25, 0.125, 0.25, 0.375, level)
    chunk = b"DrSp" + struct.pack("<HHI", 1, 1, len(program)) + program
    state = base64.b64encode(struct.pack(">I", len(chunk)) + zlib.compress(chunk)).decode()
    configs = f'<config key="state">{state}</config>'
(folder / "drums.qtr").write_text(f"""<!DOCTYPE qtractorSession>
<session name="drums" version="Qtractor 0.9.31">
 <properties><directory>{folder}</directory><description/><sample-rate>48000</sample-rate><tempo>{tempo}</tempo>
  <ticks-per-beat>{DIVISION}</ticks-per-beat><beats-per-bar>4</beats-per-bar><beat-divisor>2</beat-divisor></properties>
 <state><loop-start>0</loop-start><loop-end>{loop_end}</loop-end><punch-in>0</punch-in><punch-out>0</punch-out></state>
 <files><audio-list/><midi-list/></files>
 {changes}
 <devices>
  <audio-engine><audio-control><transport-mode>duplex</transport-mode><timebase>1</timebase></audio-control>
   <audio-bus name="Master" mode="duplex"><monitor>0</monitor><channels>2</channels></audio-bus></audio-engine>
  <midi-engine><midi-control><mmc-mode>none</mmc-mode></midi-control>
   <midi-bus name="Master" mode="duplex"><monitor>0</monitor></midi-bus></midi-engine>
 </devices>
 <tracks><view><pixels-per-beat>32</pixels-per-beat></view>
  <track name="Drums" type="midi">
   <properties><input-bus>Master</input-bus><output-bus>Master</output-bus>
    <midi-omni>0</midi-omni><midi-channel>0</midi-channel></properties>
   <state><mute>0</mute><solo>0</solo><record>0</record><monitor>0</monitor><gain>1</gain><panning>0</panning></state>
   <view><height>96</height></view><controllers/><clips/>
   <plugins>
    <plugin type="{kind}"><filename>{plugin}</filename><index>0</index><label>DrumSpace</label><preset/>
     <direct-access-param>-1</direct-access-param><activated>1</activated><configs>{configs}</configs><params>{values}</params>
     <curve-file><filename>curve.mid</filename><current>0</current><curve-items>
      <curve-item name="Z1" index="0" mode="{mode}"><type>CONTROLLER</type><channel>0</channel><param>1</param><mode>{mode}</mode>
       <process>1</process><capture>0</capture><locked>0</locked><logarithmic>0</logarithmic><color>#ff0000</color></curve-item>
     </curve-items></curve-file></plugin>
    {after}
    <plugin type="AuxSend"><index>0</index><label>MIDI Aux Send</label><preset/><activated>1</activated>
     <configs><config key="midiBusName">Master</config></configs><params/></plugin>
    <audio-output-bus>0</audio-output-bus><audio-output-auto-connect>1</audio-output-auto-connect>
   </plugins>
  </track>
 </tracks>
</session>
""")
