extension Help {
  /// All but the functions; the examples work on the lecture's names.
  package static let topics: [Topic] = [
    Topic(
      name: "plot",
      summary: "lines over layers, over entries or over a parameter.",
      lines: [
        "plot A [, B …] [over NAME in VALUES] [at LAYERS] [in FORMAT] [on AXIS]",
        "  [against LEVELS] [titled TEXT] [beside another figure]",
        "A list by layer over a list of values gives a line per value; a number needs over.",
        "Over more whole numbers than lines can be told apart, as many seeds, it is a band:",
        "the median, and around it what lies between 10 % and 90 % of the values.",
      ],
      examples: [
        "plot rms(a)", "plot rms(a) over s in [1.5, 0.5] on log", "plot rms(y) over s in 0.5...1.5",
        "plot singular_values(sample(gaussian(), 8, 8, seed: n)) over n in 1...20",
      ]
    ),
    Topic(
      name: "table",
      summary: "the same as plot, in numbers.",
      lines: ["A long table shows its ends and where a float format gives out; at chooses rows."],
      examples: ["table rms(a) at 1...4, 18...20", "table rms(a) in float16, float32"]
    ),
    Topic(
      name: "scatter",
      summary: "points without lines between them; otherwise as plot.",
      lines: [],
      examples: ["scatter rms(y) over s in 0.5...1.5 by 0.1", "scatter normal(40)"]
    ),
    Topic(
      name: "bars",
      summary: "a bar for each number.",
      lines: ["bars A, B, … for numbers; or one list, or a number over a parameter."],
      examples: ["bars gain(tanh), gain(relu), gain(selu)", "bars rms(a) at 1...5"]
    ),
    Topic(
      name: "histogram",
      summary: "how often values come: of a vector, a matrix or a list.",
      lines: ["Over a list of values, or of several quantities, they stand side by side."],
      examples: [
        "histogram normal(1000, seed: 1)",
        "histogram sample(gaussian(gain: g), 16, 16) over g in [0.5, 1]",
      ]
    ),
    Topic(
      name: "heatmap",
      summary: "a number over two parameters, as shades.",
      lines: [
        "A list by layer over one parameter has the layers to the right; a matrix shows its entries.",
        "plot over two ranges is a heatmap too.",
      ],
      examples: [
        "heatmap log10(rms(y)) over s in 0.5...1.5, L in 1...50",
        "heatmap log10(rms(a)) over s in 0.5...1.5", "heatmap sample(gaussian(), 8, 8)",
      ]
    ),
    Topic(
      name: "draw",
      summary: "a network, layer by layer; beside it the size of something in each layer.",
      lines: [],
      examples: ["draw net", "draw net, rms(a)"]
    ),
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
        "Sums: in float32 for the formats of 8 and 16 bits, else in the format itself.",
      ],
      examples: ["plot rms(a) in float16", "table rms(a) at 15...20 in float16, bfloat16, float32"]
    ),
    Topic(
      name: "on",
      summary: "chooses the vertical axis: linear, log or symlog.",
      lines: ["Without it the axis is log where positive values span more than three decades."],
      examples: ["plot rms(a) on linear", "plot rms(a) on log", "plot W[1]*x - a[2] on symlog"]
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
        "1.5^9999 is 5.45129014228285e1760; decimals are exact to 32 digits, so 1.1 is 1.1.",
        "1/0 is an error; inf and nan come only from float formats.",
      ],
      examples: ["1.5^9999", "1.5e-3 + 2×10^-3", "0.1 + 0.2 == 0.3"]
    ),
    Topic(
      name: "matrices",
      summary: "[[1, 2], [3, 4]]; vectors are [1, 2]; both count from 1.",
      lines: ["* multiplies, ' transposes, ^ takes powers. A product needs its *: W*x, not W x."],
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
      lines: ["Zero equals only zero. exactly(a, b) compares bits."],
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
