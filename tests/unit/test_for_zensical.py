"""What Zensical is given besides: a configuration with what macros add, and the static templates that it leaves out."""

import json
from pathlib import Path
from typing import Any

import pytest

from macros.for_zensical import configuration, main, write_static
from tests.conftest import ROOT


def configured(folder: Path, patch: pytest.MonkeyPatch, *, bundled: bool = True) -> dict[str, Any]:
    own = folder / "site.toml"
    own.write_text('title = "Onze gids"\nmail = "jeugd@voorbeeldegem.example"\ncolour = "#7a1f5c"\n', "utf-8")
    patch.setenv("SITE_TOML", str(own))
    patch.setenv("SITE_DIR", str(folder / "site"))
    patch.setenv("SITE_URL", "https://gids.example/")
    return configuration(ROOT / "mkdocs.yml", bundled=bundled)


def test_what_macros_add_stands_in_the_configuration(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    found = configured(tmp_path, monkeypatch)
    assert (found["site_name"], found["docs_dir"]) == ("Onze gids", "docs")
    assert "#7a1f5c" in found["extra"]["own"]["style"]
    assert (ROOT / "docs/assets/runtime" / found["extra"]["runtime"]).is_dir()
    assert "script" in found["extra"]
    assert len(found["nav"]) > 4, "what mkdocs.yml says of itself stays"


def test_who_changes_styles_is_served_the_styles_themselves(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    found = configured(tmp_path, monkeypatch, bundled=False)
    assert found["extra_css"] == ["assets/css/all.css"]
    assert "script" not in found["extra"]


def test_static_templates_are_filled_in_and_empty_ones_left_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(ROOT)
    found = configured(tmp_path, monkeypatch)
    (tmp_path / "site").mkdir()
    write_static(found)
    assert "Sitemap: https://gids.example/sitemap.xml" in (tmp_path / "site/robots.txt").read_text("utf-8")
    security = tmp_path / "site/.well-known/security.txt"
    assert "Contact: mailto:jeugd@voorbeeldegem.example" in security.read_text("utf-8")
    assert not (tmp_path / "site/404.html").exists(), "that one is Zensical's own"
    security.unlink()
    found["extra"]["contact"]["mail"] = ""
    write_static(found)
    assert not security.exists()


def test_each_step_does_its_part_of_the_build(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("mkdocs.yml", "docs", "macros"):
        (tmp_path / name).symlink_to(ROOT / name)
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("SITE_DIR", raising=False)
    (tmp_path / "site").mkdir()
    for step in ("before", "after"):
        monkeypatch.setattr("sys.argv", ["for_zensical", step])
        main()
    assert json.loads((tmp_path / "zensical.yml").read_text("utf-8"))["theme"]["variant"] == "classic"
    assert (tmp_path / "site/robots.txt").exists()
