#!/usr/bin/env python3
"""Makes the editor's fonts: Inter's Regular and SemiBold, Latin alone, without features, with digits of one width.

Needs Debian's fonts-inter and python3-fonttools. Usage: eng/fonts/subset.py src/DrumSpace.Editor/Painting/Fonts
"""
import sys

from fontTools import subset
from fontTools.ttLib import TTFont

SOURCE = "/usr/share/fonts/opentype/inter/Inter-{}.otf"
CHARACTERS = [*range(0x20, 0x7F), *range(0xA0, 0x180), *range(0x2010, 0x2027), 0x2030, 0x2032, 0x2033, 0x2039, 0x203A, 0x20AC,
              0x2190, 0x2191, 0x2192, 0x2193, 0x2212, 0x2260, 0x2264, 0x2265, 0x266D, 0x266F, 0xFFFD]


def tabular_digits(font):
    """The glyphs that the feature tnum puts in the place of others."""
    table, glyphs = font["GSUB"].table, {}
    for record in table.FeatureList.FeatureRecord:
        for index in record.Feature.LookupListIndex if record.FeatureTag == "tnum" else []:
            for part in table.LookupList.Lookup[index].SubTable:
                glyphs.update(getattr(getattr(part, "ExtSubTable", part), "mapping", {}))
    return glyphs


def make(style, folder):
    font = TTFont(SOURCE.format(style))
    digits = tabular_digits(font)
    for table in font["cmap"].tables:
        for character in range(ord("0"), ord("9") + 1):
            if table.cmap.get(character) in digits:
                table.cmap[character] = digits[table.cmap[character]]
    options = subset.Options(layout_features=[], hinting=False, desubroutinize=True, notdef_outline=True, name_IDs=[0, 1, 2, 4, 6, 13, 14])
    options.drop_tables += ["GSUB", "GPOS", "GDEF", "STAT", "DSIG", "avar"]
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=CHARACTERS)
    cutter.subset(font)
    font.save(f"{folder}/Inter-{style}.otf")


for style in ("Regular", "SemiBold"):
    make(style, sys.argv[1])
