"""Where proposals are discussed, GitHub and GitLab: the only place of ladderc that speaks to a network."""
