"""LibreOffice's own cell entry: texts are typed into cells, as a colleague with Belgian settings does."""

import subprocess
from collections.abc import Mapping
from pathlib import Path

from tests.office import convert, program

_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
_LOCALE = f"""{_HEAD}<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Setup/L10N"><prop oor:name="ooSetupSystemLocale" oor:op="fuse"><value>nl-BE</value>
</prop></item></oor:items>"""
_LIBRARY = f"""{_HEAD}<!DOCTYPE library:library PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "library.dtd">
<library:library xmlns:library="http://openoffice.org/2000/library" library:name="Standard" library:readonly="false"
 library:passwordprotected="false"><library:element library:name="Typed"/></library:library>"""
_MODULE = f"""{_HEAD}<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Typed" script:language="StarBasic">
Sub Enter(source As String, target As String, entries As String)
  Dim opened(0) As New com.sun.star.beans.PropertyValue
  Dim saved(0) As New com.sun.star.beans.PropertyValue
  Dim place(0) As New com.sun.star.beans.PropertyValue
  Dim typed(0) As New com.sun.star.beans.PropertyValue
  opened(0).Name = "Hidden"
  opened(0).Value = True
  book = StarDesktop.loadComponentFromURL(source, "_blank", 0, opened())
  frame = book.CurrentController.Frame
  dispatcher = createUnoService("com.sun.star.frame.DispatchHelper")
  number = FreeFile
  Open entries For Input As #number
  Do While Not Eof(number)
    Line Input #number, entry
    parts = Split(entry, "~")
    place(0).Name = "ToPoint"
    place(0).Value = parts(0)
    dispatcher.executeDispatch(frame, ".uno:GoToCell", "", 0, place())
    typed(0).Name = "StringName"
    typed(0).Value = parts(1)
    dispatcher.executeDispatch(frame, ".uno:EnterString", "", 0, typed())
  Loop
  saved(0).Name = "FilterName"
  saved(0).Value = "calc8"
  book.storeToURL(target, saved())
End Sub
</script:module>
"""


def typed_in(books: Mapping[Path, Mapping[str, str]], folder: Path) -> list[Path]:
    """Type texts into cells (`$Invoer.$B$8`) of workbooks; gives these recalculated, as xlsx, in the same order."""
    profile = folder / "typing"
    start = [program("soffice"), f"-env:UserInstallation={profile.as_uri()}", "--headless"]
    (profile / "user").mkdir(parents=True)
    (profile / "user" / "registrymodifications.xcu").write_text(_LOCALE, encoding="utf-8")
    subprocess.run([*start, "--terminate_after_init"], check=True, capture_output=True, timeout=240)
    basic = profile / "user" / "basic" / "Standard"
    (basic / "script.xlb").write_text(_LIBRARY, encoding="utf-8")
    (basic / "Typed.xba").write_text(_MODULE, encoding="utf-8")
    saved = []
    for book, entries in books.items():
        saved.append(folder / f"{book.stem}-typed.ods")
        told = folder / f"{book.stem}.txt"
        told.write_text("".join(f"{place}~{text}\n" for place, text in entries.items()), encoding="utf-8")
        macro = f'macro:///Standard.Typed.Enter("{book.as_uri()}","{saved[-1].as_uri()}","{told}")'
        # Without a screen, LibreOffice 7.4 falls over when it closes what was typed in: it has saved the file by then.
        subprocess.run([*start, macro], check=False, capture_output=True, timeout=240)
        assert saved[-1].exists()
    return convert(saved, "xlsx", folder)
