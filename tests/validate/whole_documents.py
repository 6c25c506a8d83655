"""One document of each kind that uses every field of the language, as text."""

from __future__ import annotations

from ladderc.sources.document import Document, FileKind
from ladderc.sources.read import read_file

FRAMEWORK = """
language: 1
name: {en: Meridian, de: Meridian GmbH, de-AT: Meridian, fil: Meridian}
summary: How people grow here.
owner: People team
sponsor: 7
reviewed: 2026-02-28
review_every_months: 6
locale: en-GB
law: eu
repository: https://git.example.com/people/framework
spine: declared
grades:
  - {id: 1, name: One, scope: Works on what others have shaped., executive: false}
  - {id: G2}
dimensions:
  - {id: craft, name: Craft, question: How hard is it?, measures: complexity, factor: skills, kinds: [common], from: G2}
rating_scale: [aware, leading]
families: [{id: eng, name: Engineering, requires: [craft], scarce: true}]
recognition: [{id: a, name: A, functional: true, equivalent_to: b, open_to: [specialist]}, {id: b, name: B}]
awards: [{id: prize, name: Prize, open_to: [common], criteria: Depth.}]
forums: [{id: board, name: Board, people_only: true}]
domains: [{id: architecture, name: Architecture}]
audiences: [{id: council, name: Council, like: hr}]
freeze: {from: 2026-11-01, to: 2026-12-15, why: Reviews.}
rules:
  profile: strict
  band-parity: {severity: note, floor: 0.9, families: {eng: {severity: off, floor: 0.85}}}
"""
TRACK = """
id: specialist
name: Specialist
kind: specialist
family: [eng, data]
purpose: For depth.
status: published
order: 2
visible_to: [hr]
branches: [people/M3]
leads: [eng]
counterpart: people
statements: complete
levels:
  - id: S4
    grade: 1
    title: Senior Specialist
    summary: Deep.
    reports: {min: 0, max: 0}
    expectations:
      craft: {rating: 3, statements: [Plain., {id: s4-a, text: {en: With an id.}}, {en: One, de: Eins}, 404]}
      reach: [Plain.]
      scale: {rating: leading}
    metrics:
      - {name: M, type: outcome, about: craft, unit: days, target: 5, direction: down, source: Log, cadence: yearly}
    decisions: [{domain: architecture, role: decides}]
    forums: [board]
    recognition: [a]
    duties: [On call.]
    promotion:
      nomination: [Anybody]
      evidence: [Two pieces of work]
      panel: [Two peers]
      approver: The head
      min_months: 18
      basis: capability
      requires: [A sentence., {level: common/C2}, {en: Ein Satz}]
    builds_on: common/C2
    career_level: true
    entry: false
    status: draft
    visible_to: []
moves: [{from: S4, to: people/M4, kind: lateral, pay: protected, trial_months: 6, note: Soon.}]
"""
PAY = """
name: UK
currency: GBP
period: year
effective: 2026-10-01
families: [eng]
zones: [{id: london, name: London, factor: 1.12}]
round: 0.5
hours_per_week: 37.5
model: range
policy_percentile: 50
bands:
  - {grade: 1, min: 50000, midpoint: 60000.5, max: 7e4, bonus: 12.5 %, equity: 0,
     market: {value: 61000, percentile: 50, as_of: 2026-04, source: Survey}}
exceptions: [{track: specialist, zone: london, grade: G2, min: 90000, because: market, reason: Rare.}]
"""
WAIVERS = """
- rule: band-parity
  subject: {family: eng, track: specialist, level: S4, grade: 1, zone: london}
  reason: {en: Two steps.}
  owner: Compensation
  expires: next spring
"""
RELEASES = """
- {id: 2026.10, date: 2026-10-01, title: A way back, notes: All of it., ref: v1}
"""
BASELINE = """
- {fingerprint: 3f9c2b7a10de5864, rule: ceiling-parity, family: eng, about: family Engineering}
"""
ACKS = """
- {fingerprint: 3f9c2b7a10de5864, what: level S4, reason: {en: Meant.}, who: Ana, when: 2026-11-22, until: 2027-02-22}
"""
WHOLE: dict[FileKind, str] = {
    "framework": FRAMEWORK,
    "track": TRACK,
    "pay": PAY,
    "waivers": WAIVERS,
    "releases": RELEASES,
    "baseline": BASELINE,
    "acks": ACKS,
}


def document(kind: FileKind, text: str) -> Document:
    """The text read by the real reader; it must be one that can be read."""
    read, findings = read_file(f"{kind}.yaml", kind, text.encode())
    assert read is not None, findings
    return read
