"""The monthly briefing (矛盾纠纷分析研判报告): written from the lake, small numbers hidden, every number with its query,
frozen when it is issued."""
