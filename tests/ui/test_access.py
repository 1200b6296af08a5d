from ui.access import Access


def test_who_asks_too_much_waits_until_a_minute_after_the_first() -> None:
    now = [0.0]
    access = Access(questions_a_minute=2, clock=lambda: now[0])
    assert access.wait("anna") == 0
    now[0] = 20
    assert access.wait("anna") == 0
    assert access.wait("anna") == 40
    assert access.wait("bob") == 0
    now[0] = 60
    assert access.wait("anna") == 0
    assert access.wait("anna") == 20


def test_without_a_limit_nobody_waits() -> None:
    access = Access()
    assert {access.wait("anna") for _ in range(1_000)} == {0.0}
