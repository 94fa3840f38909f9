"""The head of a step: short, result, time, tools and who, in one screen, on a phone too."""

import pytest
from playwright.sync_api import Page

from calculators.core import content


@pytest.mark.parametrize("step", content.steps(), ids=lambda step: step.id)
@pytest.mark.parametrize(("width", "height"), [(1280, 720), (390, 844)])
def test_the_head_of_a_step_fits_one_screen(page: Page, step: content.Step, width: int, height: int) -> None:
    page.set_viewport_size({"width": width, "height": height})
    page.goto(f"{step.slug}/")
    head = page.locator(".stap-doel")
    assert head.locator("dt").all_inner_texts() == ["Kort", "Resultaat", "Tijd", "Hulpmiddelen", "Wie"]
    box = head.bounding_box()
    assert box
    assert box["y"] + box["height"] <= height


def test_the_tools_of_a_step_are_where_its_head_says(page: Page) -> None:
    for step in content.steps():
        page.goto(f"{step.slug}/")
        links = page.locator(".stap-doel a").all()
        assert links, step.id
        for link in links:
            address = link.get_attribute("href") or ""
            if address.startswith("#"):
                assert page.locator(address).count() == 1, (step.id, address)
