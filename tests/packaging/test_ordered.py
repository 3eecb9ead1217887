"""The modules that Python starts with are packed in one order, whatever order they were come upon."""

import zipfile

from tests.support.frozen import script

ordered = script("ordered")


def packed(folder, names):
    path = folder / f"{'-'.join(names)}.zip"
    with zipfile.ZipFile(path, "w") as archive:
        for name in names:
            archive.writestr(zipfile.ZipInfo(f"{name}.pyc"), name * 100)
    return path


def test_the_same_modules_in_another_order_make_the_same_file(tmp_path):
    one, other = packed(tmp_path, ["re", "locale", "codecs"]), packed(tmp_path, ["locale", "codecs", "re"])
    assert one.read_bytes() != other.read_bytes()
    for each in (one, other):
        ordered.put_in_order(each)
    assert one.read_bytes() == other.read_bytes()
    with zipfile.ZipFile(one) as archive:
        assert archive.namelist() == ["codecs.pyc", "locale.pyc", "re.pyc"]
        assert archive.read("locale.pyc") == b"locale" * 100
