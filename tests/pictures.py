#!/usr/bin/env python3
"""pictures.py FOLDER - writes small pictures of every kind that a logo may come in, and damaged ones, for tests/cli.sh.

good-*: are to be printed. bad-*: are to be refused, without a crash.
"""
import struct
import sys
import zlib

SIDE = 8


def chunk(name, data):
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


def png(colour, bits, dot, interlaced=False, extra=b"", side=SIDE, data=None):
    """A PNG in which every dot is the bytes `dot`."""
    head = struct.pack(">IIBBBBB", side, side, bits, colour, 0, 0, int(interlaced))
    if data is None:
        passes = [(8, 8, 0, 0), (8, 8, 4, 0), (4, 8, 0, 4), (4, 4, 2, 0), (2, 4, 0, 2), (2, 2, 1, 0), (1, 2, 0, 1)] if interlaced else [(1, 1, 0, 0)]
        rows = b""
        for across, down, left, top in passes:
            width, height = -(-(side - left) // across), -(-(side - top) // down)
            if width > 0:
                rows += (b"\0" + dot * width) * height
        data = zlib.compress(rows)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + extra + chunk(b"IDAT", data) + chunk(b"IEND", b"")


JPEG = bytes.fromhex(
    "ffd8ffe000104a46494600010100000100010000ffdb004300100b0c0e0c0a100e0d0e1211101318281a181616183123251d283a333d3c3933383740485c4e40"
    "4457453738506d51575f626768673e4d71797064785c656763ffc0000b080008000801011100ffc4001400010000000000000000000000000000000"
    "1ffc40014100100000000000000000000000000000000ffda0008010100003f001fffd9")
RGB = png(2, 8, b"\x0b\x53\x45")
FRAME = JPEG.index(b"\xff\xc0")

PICTURES = {
    "good-colour.png": RGB,
    "good-interlaced.png": png(2, 8, b"\x0b\x53\x45", interlaced=True),
    "good-alpha.png": png(6, 8, b"\x0b\x53\x45\x80"),
    "good-sixteen.png": png(2, 16, b"\x0b\0\x53\0\x45\0"),
    "good-palette.png": png(3, 8, b"\0", extra=chunk(b"PLTE", b"\x0b\x53\x45") + chunk(b"tRNS", b"\x40")),
    "good-grey.png": png(0, 8, b"\x80"),
    "good-grey.jpg": JPEG,
    "bad-empty.png": b"",
    "bad-words.png": b"This is no picture, whatever its name says.",
    "bad-cut.png": RGB[:-20],
    "bad-headless.png": RGB[:20],
    "bad-sum.png": RGB[:45] + bytes([RGB[45] ^ 1]) + RGB[46:],
    "bad-dots.png": png(2, 8, b"", data=b"no deflated data"),
    "bad-few-dots.png": png(2, 8, b"", data=zlib.compress(b"\0\0")),
    "bad-huge.png": png(2, 8, b"", side=60000, data=zlib.compress(b"\0")),
    "bad-long-chunk.png": RGB[:33] + b"\xff\xff\xff\xf0" + RGB[37:],
    "bad-cut.jpg": JPEG[:-3],
    "bad-inks.jpg": JPEG[: FRAME + 9] + b"\4" + JPEG[FRAME + 10 :],
    "bad-twelve-bits.jpg": JPEG[: FRAME + 4] + b"\x0c" + JPEG[FRAME + 5 :],
    "bad-no-frame.jpg": JPEG[:FRAME] + JPEG[FRAME + 13 :],
    "bad-huge.jpg": JPEG[: FRAME + 5] + b"\xff\xff\xff\xff" + JPEG[FRAME + 9 :],
    "bad-no-size.jpg": JPEG[: FRAME + 5] + b"\0\0\0\0" + JPEG[FRAME + 9 :],
}

for name, data in PICTURES.items():
    with open(f"{sys.argv[1]}/{name}", "wb") as file:
        file.write(data)
