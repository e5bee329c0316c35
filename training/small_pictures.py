"""Writes sample photos as the networks are given them, 32×32, as PNG files: public/pictures/32/NAME.png.

    python3 training/small_pictures.py NAME …

The bytes are those of tests/goldens/networks/samples.json (made by samples.py). No filter is used, so that a test can
read them back with zlib alone.
"""
import base64
import json
import pathlib
import struct
import sys
import zlib

ROOT = pathlib.Path(__file__).parent.parent
SIDE = 32


def chunk(kind, data):
    return struct.pack('>I', len(data)) + kind + data + struct.pack('>I', zlib.crc32(kind + data))


def png(planes):
    """A PNG of 3×32×32 bytes, channels first."""
    pixels = [bytes(planes[channel * SIDE * SIDE + at] for channel in range(3)) for at in range(SIDE * SIDE)]
    rows = b''.join(b'\0' + b''.join(pixels[row * SIDE:(row + 1) * SIDE]) for row in range(SIDE))
    header = struct.pack('>IIBBBBB', SIDE, SIDE, 8, 2, 0, 0, 0)
    return b'\x89PNG\r\n\x1a\n' + chunk(b'IHDR', header) + chunk(b'IDAT', zlib.compress(rows, 9)) + chunk(b'IEND', b'')


if __name__ == '__main__':
    photos = json.loads((ROOT / 'tests/goldens/networks/samples.json').read_text())['photos']
    planes = {photo['file'].removesuffix('.jpg'): base64.b64decode(photo['pixels']) for photo in photos}
    folder = ROOT / 'public/pictures/32'
    folder.mkdir(exist_ok=True)
    for name in sys.argv[1:]:
        (folder / f'{name}.png').write_bytes(png(planes[name]))
