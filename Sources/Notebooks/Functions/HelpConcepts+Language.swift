extension Help {
  /// Words for the language itself.
  static let ofTheLanguage: [Concept] = [
    Concept(
      ["definition", "define", "variable", "assign", "name"],
      [
        "s = 1.5 gives a name to a value; entering it again replaces it, and what reads it follows."
      ],
      see: ["functions"],
      examples: ["t = 1.5"]
    ),
    Concept(["function", "lambda", "def"], see: ["functions"]),
    Concept(["range", "linspace", "arange", "...", "by"], see: ["ranges"]),
    Concept(["where", "condition", "search", "find"], see: ["first"]),
    Concept(["loop", "for", "sweep", "vary", "parameter"], see: ["over"]),
    Concept(["figure", "figures", "chart", "graph", "curve", "line"], see: ["plot"]),
    Concept(["histograms", "hist"], see: ["histogram"]),
    Concept(["field", "attribute", "record"], see: ["parts"]),
    Concept(["logarithmic", "axis", "symlog", "loglog", "linear_axis"], see: ["on"]),
    Concept(["title", "caption"], see: ["titled"]),
    Concept(["threshold", "level"], see: ["against"]),
    Concept(["seeds", "ensemble", "many_seeds", "repeat"], see: ["mean_over"]),
    Concept(
      ["comment", "#"],
      ["what stands behind # is not read."],
      see: ["functions"],
      examples: ["s # the gain"]
    ),
    Concept(
      [
        "point", "describe", "undo", "hint", "answer", "next", "command", "knob", "show", "set",
        "notebook", "why", "save", "quit", "exit", "back", "go", "score",
      ],
      ["a lesson has commands, which begin with a colon: :help commands lists them."]
    ),
    Concept(["infinite_width", "nngp", "chaos", "critical", "criticality"], see: ["mean_field"]),
  ]
}
