/// What people bring along from elsewhere, and what it is called here.
enum ForeignWords {
  static let modules: Set<String> = ["np", "numpy", "torch", "tf", "jnp", "math", "nn", "F"]

  /// Ours for the last part of `np.linalg.norm`; nil where there is nothing of the kind.
  static func function(_ name: String) -> String? {
    switch name {
    case "eye": "identity(n)"
    case "dot", "matmul", "mm": "the operator *"
    case "norm": "norm(v)"
    case "randn", "normal": "normal(n, seed: 1)"
    case "ones", "zeros": "\(name)(n)"
    case "array", "tensor", "matrix": "[1, 2] or [[1, 2], [3, 4]]"
    case "diag": "diagonal(v)"
    case "len", "size": "count(v)"
    case "linspace", "arange", "range": "a range: 0...1 by 0.25"
    case "power", "pow": "the operator ^"
    case "log": "ln or log10"
    case "transpose", "T": "a prime: M'"
    case "Linear", "Sequential", "Module": "network(…)"
    case "relu", "tanh", "sigmoid", "exp", "sqrt", "log10", "sin", "cos", "abs", "sum", "mean",
      "round", "floor", "max", "min", "trace":
      "\(name)(…)"
    default: nil
    }
  }

  /// What to do where a name is not defined that is a value elsewhere.
  static func value(_ name: String) -> String? {
    switch name {
    case "T": "To make one: T = 1.5. For the transpose write M'"
    case "I": "To make one: I = identity(2)"
    case "explain": "It stands before a name: explain y"
    case "True", "False": "Write \(name.lowercased())"
    case "inf", "Inf", "infinity", "nan", "NaN":
      "Only a float format comes to it, as in: plot rms(a) in float16"
    default: nil
    }
  }

  /// Those of the words below that stand before brackets elsewhere.
  static let takesBrackets: Set<String> = ["for", "while", "print", "if"]

  /// What to do instead of a statement of another language; nil for a word that is none.
  static func statement(_ word: String) -> String? {
    switch word {
    case "for", "while":
      "A list holds all layers at once, and a figure takes many values: plot y over s in 0.5...1.5"
    case "import", "from", "using": "All functions are there from the start; help lists them."
    case "def", "lambda", "function": "A function is one line: f(t) = t^2 + 1"
    case "let", "var", "const": "A definition needs no such word: s = 1.5"
    case "print": "An expression prints itself: rms(a)"
    case "if": "A comparison says true or false: s > 1"
    default: nil
    }
  }
}
