"""Extracts those members of a wheel whose names start with one of the prefixes.

Called as: extract-wheel.py WHEEL FOLDER PREFIX...
"""

import sys
import zipfile

wheel, folder, *prefixes = sys.argv[1:]
with zipfile.ZipFile(wheel) as archive:
    archive.extractall(folder, [name for name in archive.namelist() if name.startswith(tuple(prefixes))])
