"""The closed lists of language 1, as types."""

from __future__ import annotations

from typing import Literal

TrackKind = Literal["people-leadership", "specialist", "project-leadership", "influence-innovation", "common"]
Measure = Literal["complexity", "contribution", "influence", "other"]
Factor = Literal["skills", "effort", "responsibility", "conditions"]
Status = Literal["draft", "published"]
Statements = Literal["cumulative", "complete"]
DecisionRole = Literal["decides", "advises", "consulted"]
MetricType = Literal["outcome", "output", "activity"]
MoveKind = Literal["lateral", "return", "promotion"]
MovePay = Literal["protected", "band", "negotiated"]
Basis = Literal["capability", "vacancy"]
Period = Literal["year", "month", "hour"]
PayModel = Literal["range", "single-rate"]
Because = Literal["market", "scarcity", "location", "legacy", "supervisor-premium"]
