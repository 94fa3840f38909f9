"""Write what programs may use of `calculators`, as Markdown: `python -m tools.api`, into `build/api/`.

The text is that of the docstrings; the inputs of each calculator are a table of their declarations, and a JSON Schema.
Griffe reads the code, and tells the public names of each module by its `__all__`.
"""

import json
from collections.abc import Iterator
from pathlib import Path

import griffe

from calculators.calculator import CALCULATORS
from calculators.command import schema
from calculators.core.fields import Field, format_value

ROOT = Path(__file__).resolve().parents[1]
FOLDER = ROOT / "build" / "api"
MODULES = (
    "calculators.calculator",
    "calculators.budget",
    "calculators.duration",
    "calculators.trajectories",
    "calculators.chooser",
    "calculators.core.results",
    "calculators.core.fields",
    "calculators.core.parameters",
    "calculators.dossier",
    "calculators.documents",
    "calculators.command",
    "calculators.command.plain",
    "calculators.command.schema",
)
"""What programs may use; all else may change between two versions."""
_LONGEST_VALUE = 60


def files() -> dict[str, str]:
    """The text of each file, by its name."""
    loader = griffe.GriffeLoader(search_paths=[ROOT], docstring_parser=None)
    loader.load("calculators")
    loader.resolve_aliases()
    pages = {f"{name}.md": "\n".join(_module(loader.modules_collection[name])) for name in MODULES}
    schemas = {
        f"{calculator.name}.schema.json": json.dumps(schema.both(calculator), indent=1)
        for calculator in CALCULATORS.values()
    }
    return {"README.md": _contents(), **pages, "inputs.md": "\n".join(_inputs()), **schemas}


def write(folder: Path = FOLDER) -> None:
    """Write the Markdown and the JSON Schemas into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in files().items():
        (folder / name).write_text(text, "utf-8")


def _contents() -> str:
    links = [f"- [`{name}`]({name}.md)" for name in MODULES]
    schemas = [f"- [`{name}` as JSON Schema]({name}.schema.json)" for name in CALCULATORS]
    return "\n".join(
        ["# The library `calculators`", "", *links, "- [inputs of each calculator](inputs.md)", *schemas, ""]
    )


def _module(module: griffe.Object | griffe.Alias) -> Iterator[str]:
    yield from (f"# `{module.path}`", "", _said(module), "")
    for member in module.members.values():
        if member.is_public and not member.is_module and (member.is_exported or not member.is_alias):
            yield from _member(member, "##")


def _member(member: griffe.Object | griffe.Alias, heading: str) -> Iterator[str]:
    target = member.final_target if isinstance(member, griffe.Alias) else member
    yield from (f"{heading} `{member.name}`", "", "```python", *_signature(target), "```", "", _said(target), "")
    for inner in target.members.values() if target.is_class else ():
        if inner.is_public and inner.has_docstring and not inner.is_alias:
            yield from _member(inner, f"{heading}#")


def _signature(member: griffe.Object) -> Iterator[str]:
    """How the name is used: with its parameters and their types, its attributes, or its value if that is short."""
    match member:
        case griffe.Function():
            parameters = [parameter for parameter in member.parameters if parameter.name != "self"]
            taken = ", ".join(
                f"{parameter.name}: {parameter.annotation}" if parameter.annotation else parameter.name
                for parameter in parameters
            )
            yield f"{member.name}({taken}) -> {member.returns}"
        case griffe.Class():
            yield f"class {member.name}({', '.join(map(str, member.bases))}):".replace("():", ":")
            for attribute in member.members.values():
                if (
                    isinstance(attribute, griffe.Attribute)
                    and attribute.is_public
                    and "property" not in attribute.labels
                ):
                    yield (
                        f"    {attribute.name}: {attribute.annotation}"
                        if attribute.annotation
                        else f"    {attribute.name} = {attribute.value}"
                    )
        case griffe.Attribute():
            value = str(member.value or "")
            yield f"{member.name} = {value if len(value) <= _LONGEST_VALUE else '…'}" if value else member.name
        case _:
            yield member.name


def _said(member: griffe.Object | griffe.Alias) -> str:
    return member.docstring.value if member.docstring else ""


def _inputs() -> Iterator[str]:
    yield from ("# Inputs", "")
    for calculator in CALCULATORS.values():
        yield from (f"## `{calculator.name}`", "", "| name | what | kind | default | bounds |", "|---|---|---|---|---|")
        yield from (_input(name, field) for name, field in calculator.fields.items())
        yield ""


def _input(name: str, field: Field) -> str:
    default = "" if field.default is None else format_value(field, field.default)
    limits = [format_value(field, limit) if limit is not None else "" for limit in (field.minimum, field.maximum)]
    bounds = " – ".join(limits) if any(limits) else ", ".join(f"`{key}`" for key, _ in field.choices)
    return f"| `{name}` | {field.label} | {field.kind} | {default} | {bounds} |"


if __name__ == "__main__":
    write()
