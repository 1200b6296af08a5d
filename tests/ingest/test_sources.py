import os
import sys
from pathlib import Path

import pytest

from ingest.sources import LARGEST, Source, digest, find
from rag.errors import LetterError


def _write(folder: Path, *names: str) -> None:
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(name)


def _names(*paths: Path) -> list[str]:
    return [source.name for source in find(paths).sources]


def test_the_files_of_a_folder_come_in_the_order_of_their_names(tmp_path: Path) -> None:
    _write(tmp_path, "b.txt", "a.MD", "map/c.markdown", ".verborgen.txt", ".git/d.txt")
    found = find([tmp_path])
    assert [source.name for source in found.sources] == ["a.MD", "b.txt", "map/c.markdown"]
    assert all(source.folder == tmp_path for source in found.sources)
    assert found.skipped == found.failed == []


def test_what_is_no_letter_is_skipped_with_the_reason(tmp_path: Path) -> None:
    _write(tmp_path, "brief.txt", "README.md", "foto.jpeg", "LICENSE")
    found = find([tmp_path])
    assert [source.name for source in found.sources] == ["brief.txt"]
    reasons = dict(found.skipped)
    assert set(reasons) == {"README.md", "foto.jpeg", "LICENSE"}
    assert "“.jpeg”" in reasons["foto.jpeg"]
    assert "“LICENSE”" in reasons["LICENSE"]
    assert ".txt" in reasons["LICENSE"]


def test_a_word_file_of_the_old_kind_is_skipped_with_the_next_step(tmp_path: Path) -> None:
    (tmp_path / "brief.DOC").write_bytes(b"old")
    assert find([tmp_path]).skipped == [("brief.DOC", "a Word file of the old kind; save it as .docx")]


def test_links_lead_neither_out_nor_round(tmp_path: Path) -> None:
    inside = tmp_path / "binnen"
    _write(tmp_path, "buiten/geheim.txt", "binnen/brief.txt")
    (inside / "ook.txt").symlink_to("brief.txt")
    (inside / "uit.txt").symlink_to(tmp_path / "buiten" / "geheim.txt")
    (inside / "map").symlink_to(tmp_path / "buiten")
    (inside / "rond.txt").symlink_to("rond.txt")
    found = find([inside])
    assert [source.name for source in found.sources] == ["brief.txt", "ook.txt", "rond.txt"]
    assert found.skipped == [
        ("map", "a linked folder is not followed"),
        ("uit.txt", "the link leads out of the folder"),
    ]
    with pytest.raises(LetterError, match=r"rond\.txt: not a regular file"):
        found.sources[-1].read()


def test_a_file_that_is_named_is_a_source_whatever_its_type(tmp_path: Path) -> None:
    _write(tmp_path, "brief.docx", ".verborgen.txt", "README.md")
    assert _names(*sorted(tmp_path.iterdir())) == [".verborgen.txt", "README.md", "brief.docx"]


def test_a_file_that_is_given_twice_comes_once(tmp_path: Path) -> None:
    _write(tmp_path, "map/a.txt", "b.txt")
    assert _names(tmp_path, tmp_path / "map", tmp_path / "map" / "a.txt", tmp_path) == ["b.txt", "map/a.txt"]


def test_a_path_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(LetterError, match=r"nergens: there is no such file or folder"):
        find([tmp_path, tmp_path / "nergens"])


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read every folder")
def test_a_folder_that_cannot_be_listed_is_named(tmp_path: Path) -> None:
    _write(tmp_path, "a.txt", "dicht/b.txt")
    (tmp_path / "dicht").chmod(0)
    found = find([tmp_path])
    (tmp_path / "dicht").chmod(0o700)
    assert [source.name for source in found.sources] == ["a.txt"]
    ((name, error),) = found.failed
    assert name == "dicht"
    assert "Permission denied" in error


def test_the_bytes_of_a_source_have_a_digest(tmp_path: Path) -> None:
    _write(tmp_path, "a.txt", "b.txt")
    one, other = find([tmp_path]).sources
    assert one.read() == b"a.txt"
    assert digest(one.read()) == digest(b"a.txt") != digest(other.read())


def test_what_is_no_file_is_refused(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pijp.txt")
    for name in ("pijp.txt", "weg.txt"):
        with pytest.raises(LetterError, match=f"{name}: not a regular file"):
            Source(tmp_path, name).read()


def test_a_file_that_is_too_large_is_refused_unread(tmp_path: Path) -> None:
    with (tmp_path / "groot.txt").open("wb") as file:
        file.truncate(LARGEST + 1)
    with pytest.raises(LetterError, match=r"groot\.txt: larger than 50 MB; split it"):
        Source(tmp_path, "groot.txt").read()


@pytest.mark.skipif(sys.platform != "linux", reason="other systems refuse such a name")
def test_a_name_that_is_no_text_is_refused(tmp_path: Path) -> None:
    (tmp_path / os.fsdecode(b"brief\xff.txt")).write_text("Geachte voorzitter")
    with pytest.raises(LetterError, match=r"'brief\\udcff\.txt': the name is not valid UTF-8; rename"):
        find([tmp_path]).sources[0].read()
