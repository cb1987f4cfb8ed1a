import Plotting

extension Help {
  /// What the examples of figures and clauses work on; a test enters it before them.
  package static let setting = [
    "s = 1.5", "L = 20", "M = s*identity(2)", "net = network(M, depth: L, last: identity(2))",
    "x = [1, 1]", "W = weights(net)", "a = activations(net, x)", "y = net(x)",
  ]

  package static let topics: [Topic] = figures + others

  /// The verbs of figures, with what their kinds say of themselves.
  private static let figures = FigureVerb.allCases.map { verb in
    let help = verb.help
    return Topic(
      name: verb.rawValue,
      summary: help.summary,
      lines: help.lines,
      examples: help.examples
    )
  }

  private static let others: [Topic] = [
    Topic(
      name: "explain",
      summary: "what a value or figure is, what it is made of, and how it reacts to that.",
      lines: [
        "explain NAME, explain EXPRESSION, explain plot …; in a lesson explain 1.2 takes a figure.",
        "Every sentence is computed: each number behind it is changed, and the rest worked out anew.",
      ],
      examples: ["explain y", "explain rms(a)", "explain M", "explain s", "explain plot rms(a)"]
    ),
    Topic(
      name: "over",
      summary: "lets a parameter take other values, in this figure only.",
      lines: [
        "over s in 0.5...1.5 takes 101 values; over L in 1...150 each whole number;",
        "over s in 0.5...1.5 by 0.25 what it says; over s in [0.5, 1.5] two. The name needs no definition.",
        "Of too many lines to be told apart some are drawn, and the figure says how many; over seeds they are a band: "
          + "the median, and 10 % to 90 %.",
      ],
      examples: [
        "plot rms(a) over s in [0.9, 1, 1.1]", "plot rms(y) over s in 0.5...1.5, L in [10, 20]",
        "plot t^2 over t in 0...2 by 0.5",
      ]
    ),
    Topic(
      name: "at",
      summary: "chooses layers.",
      lines: [],
      examples: ["table rms(a) at 1...4, 20", "plot rms(a) at 0...10"]
    ),
    Topic(
      name: "in",
      summary: "computes the networks in a float format, rounding after every operation.",
      lines: [
        "float8_e4m3, float8_e5m2, float16, bfloat16, float32, float64. Without it nothing overflows.",
        "Sums: in float32 for the formats of 8 and 16 bits, else in the format itself. Only passes of",
        "networks are rounded, not what is computed with them; rounded(…, to: float16) rounds numbers.",
      ],
      examples: ["plot rms(a) in float16", "table rms(a) at 15...20 in float16, bfloat16, float32"]
    ),
    Topic(
      name: "on",
      summary: "chooses the vertical axis: linear, log or symlog; loglog makes both logarithmic.",
      lines: ["Without it the axis is log where positive values span more than three decades."],
      examples: [
        "plot rms(a) on linear", "plot rms(a) on log", "plot W[1]*x - a[2] on symlog",
        "plot s^2 over s in 1...1000 on loglog",
      ]
    ),
    Topic(
      name: "against",
      summary: "marks levels: numbers, and of a format its largest and smallest numbers.",
      lines: [
        "A level outside the figure is named below it. Bars, heatmaps and histograms say how many",
        "values lie beyond it; a table has no place for it.",
      ],
      examples: [
        "plot rms(a) over s in [1.5, 0.5] against 10", "plot rms(a) against float16, 1e-3",
      ]
    ),
    Topic(
      name: "beside",
      summary: "puts another figure to the right, with the same range of values; at most 4.",
      lines: [
        "Each has its verb and its clauses; the line may end after beside. Tables stand alone."
      ],
      examples: ["plot rms(a) beside plot norm(a)", "plot x beside plot y on linear against 100"]
    ),
    Topic(
      name: "titled",
      summary: "gives a figure a title.",
      lines: [],
      examples: ["plot rms(a) titled \"Each layer multiplies\""]
    ),
    Topic(
      name: "first",
      summary: "the first layer that fulfils a condition.",
      lines: ["first NAME where CONDITION; the name runs over the layers of the lists it indexes."],
      examples: [
        "first l where rms(a[l]) >= 10", "first l where rms(a[l])/rms(a[l - 1]) > 1.4",
        "first l where a[l] == 0*x",
      ]
    ),
    Topic(
      name: "layers",
      summary: "a list has a value for each layer.",
      lines: [
        "W, b, z and dJ/dW run from 1 to L; a and dJ/da from 0, for a[0] = x.",
        "W[3], W^[3] and W⁽³⁾ are the same; M^3 is a power. Functions map over lists.",
      ],
      examples: ["W[2]*W[1]*x == a[2]", "W^[3]", "rms(a)", "norm(a)/norm(x)"]
    ),
    Topic(
      name: "numbers",
      summary: "extended range, right to 15 digits.",
      lines: [
        "1.5^9999 is 5.45129014228285e1760; decimals are exact: 0.1 + 0.2 - 0.3 is 0.",
        "Roots, logarithms, pi, e and tanh(1) have 31 digits: sin(pi) is -3e-33.",
        "Decimals of over 28 digits keep 31 in functions of one line, 16 in vectors.",
        "1/0 is an error; inf and nan come from float formats, as float64 in train,",
        "and from theory: a depth without end, as at the edge of chaos, is inf.",
      ],
      examples: ["1.5^9999", "1.5e-3 + 2×10^-3", "0.1 + 0.2 == 0.3"]
    ),
    Topic(
      name: "matrices",
      summary: "[[1, 2], [3, 4]]; vectors are [1, 2]; both count from 1.",
      lines: [
        "* multiplies, ' transposes, ^ takes powers. A product needs its *: W*x, not W x.",
        "x'*x is dot(x, x), x*x' the matrix of products; M^-1 and inverse(M) undo M.",
      ],
      examples: ["[[1, 2], [3, 4]]*[1, 1]", "[[1, 2], [3, 4]]'", "M[1, 2]", "M^3"]
    ),
    Topic(
      name: "parts",
      summary: "of a result: a point and the part's name.",
      lines: ["The result's own name lists them: their values, and what they mean."],
      examples: [
        "m = mean_field(tanh, weight_deviation: 1.3)", "m.chi", "jacobian(net, x).smallest",
        "plot train(net, xor, rate: 1e-9, steps: 9).loss",
      ]
    ),
    Topic(
      name: "equality",
      summary: "== allows for rounding: ‖a − b‖ ≤ 1e-9 · max(‖a‖, ‖b‖).",
      lines: ["Zero equals only zero. exactly(a, b) allows for no rounding."],
      examples: ["y == M^(L-1)*x", "exactly(1.5^2, 2.25)"]
    ),
    Topic(
      name: "functions",
      summary: "of one line.",
      lines: ["They see the notebook's definitions."],
      examples: ["f(t) = t^2 + 1", "f(s)"]
    ),
    Topic(
      name: "ranges",
      summary: "a...b, or a...b by c.",
      lines: ["Whole ends step by 1; an end with a point gives 101 values."],
      examples: ["1...4", "0.5...1.5", "0...1 by 0.25"]
    ),
  ]
}
