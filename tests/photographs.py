"""Photographs to try the program with, drawn anew each time, and what is hidden in the files of some."""

import io
import json
import re
import subprocess
import sys
from pathlib import Path

from PIL import Image, ImageDraw

import loa

FOLDER = "content/2024/lang-son"
FORUM = f"{FOLDER}/forum.yaml"
MEDIA = "public/media"
PAGE = "public/vi/lang-son/2024/dien-dan-tre-em/index.html"
STATEMENT = "Cha mẹ của ba em đã ký phiếu, giữ ở Phòng 5"


def photograph(width=1600, height=1200):
    """Stripes and a disc: something that cannot be packed to nothing, and whose corners differ."""
    image = Image.new("RGB", (width, height), (40, 90, 160))
    draw = ImageDraw.Draw(image)
    for x in range(0, width, 40):
        draw.line((x, 0, width - x, height), fill=(x % 255, 120, 200), width=9)
    draw.rectangle((0, 0, width // 4, height // 4), fill=(250, 0, 0))
    return image


def saved(image, format, **options):
    out = io.BytesIO()
    image.save(out, format, **options)
    return out.getvalue()


def drawn_apart(drawing, path):
    """Draws a large picture in a process of its own: what the tester's own holds would count as the program's."""
    subprocess.run([sys.executable, "-c", "import sys; from PIL import Image; " + drawing, path], check=True)


def noted(image_bytes, name, folder):
    """The same with all that cameras and programs write beside a picture."""
    path = Path(folder) / f"noted-{name}"
    path.write_bytes(image_bytes)
    notes = ["-GPSLatitude=21.8537", "-GPSLatitudeRef=N", "-GPSLongitude=106.7615", "-GPSLongitudeRef=E", "-Make=SecretCamera", "-Artist=SecretArtist",
             "-DateTimeOriginal=2027:05:01 08:00:00", "-XMP:Creator=SecretCreator", "-XMP:PersonInImage=SecretChild"]
    if not name.endswith((".png", ".webp")):
        notes += ["-IPTC:By-line=SecretWriter", "-Comment=SecretComment"]
    subprocess.run(["exiftool", "-q", "-overwrite_original", *notes, path], check=True)
    found = path.read_bytes()
    path.unlink()
    assert b"Secret" in found
    return found


def told_by(path):
    """What exiftool finds in a file beside the picture itself."""
    found = json.loads(subprocess.run(["exiftool", "-j", "-G", "-a", "-u", "-U", path], check=True, capture_output=True).stdout)[0]
    of_the_picture = {"SourceFile", "JFIF:JFIFVersion", "JFIF:ResolutionUnit", "JFIF:XResolution", "JFIF:YResolution", "PNG:ImageWidth", "PNG:ImageHeight",
                      "PNG:BitDepth", "PNG:ColorType", "PNG:Compression", "PNG:Filter", "PNG:Interlace", "PNG:PixelsPerUnitX", "PNG:PixelsPerUnitY", "PNG:PixelUnits"}
    return {name: value for name, value in found.items() if name not in of_the_picture and not name.startswith(("ExifTool:", "Composite:"))
            and (not name.startswith("File:") or name == "File:Comment")}


class AtADeskWithPictures(loa.AtADesk):
    """Tests that show pictures on the page of a forum."""

    def setUp(self):
        super().setUp()
        loa.remove(self.desk / "public")
        loa.remove(self.desk / "cache")

    def show(self, pictures, statement=STATEMENT):
        """Puts pictures (bytes by name) beside a forum and shows them there; of each it is said who agreed."""
        fields = "pictures:\n"
        for name, picture in pictures.items():
            self.desk.write(f"{FOLDER}/{name}", picture)
            fields += f'  - src: {name}\n    alt: {{vi: "Sọc xanh, {name}", en: "Blue stripes, {name}"}}\n'
        if statement:
            self.desk.write(f"{FOLDER}/pictures.yaml", "".join(f'"{name}": {{consent: "{statement}"}}\n' for name in pictures))
        self.desk.append(FORUM, fields)

    def published(self, *words, **environment):
        """Builds, and gives the published pictures, "a.jpg 320.jpg". Where they lie says nothing of their names: their pages tell which is which."""
        self.run_well("build", *words, **environment)
        tags = re.findall(r'srcset="([^"]+)"[^>]* alt="Sọc xanh, ([^"]+)"', (self.desk / PAGE).read_text(encoding="utf-8"))
        self.names = {address.rpartition("-")[0].removeprefix("/media/"): name for sizes, name in tags for address in re.findall(r"(/media/\S+) ", sizes)}
        self.assertTrue(all(re.fullmatch("[0-9a-f]{16}", key) for key in self.names), self.names)
        self.files = {f"{self.names[path.split('-')[0]]} {path.split('-')[1]}": path for path in loa.tree(self.desk / MEDIA)}
        return {name: (self.desk / MEDIA / path).read_bytes() for name, path in sorted(self.files.items())}

    def refused(self, code, name):
        before = loa.tree(self.desk / "public")
        outcome = self.desk.run("build", "--messages", "en")
        self.assertEqual(outcome.status, 1, outcome.err)
        self.assertRegex(outcome.err, re.compile(rf"^{FOLDER}/{re.escape(name)}:1:1: error: .*\[{code}\]$", re.MULTILINE))
        self.assertEqual(loa.tree(self.desk / "public"), before)
        self.assertLess(outcome.memory, 512 * loa.MEGABYTE)
        return outcome.err
