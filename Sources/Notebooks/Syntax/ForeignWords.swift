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

  /// What to do instead of a statement of another language; nil for a word that is none.
  static func statement(_ word: String) -> String? {
    switch word {
    case "for", "while": "a figure or a table over a range, such as: plot y over s in 0.5...1.5"
    case "import", "from", "using": "nothing: all functions are there; see help"
    case "def", "lambda", "function": "f(t) = t^2 + 1"
    case "let", "var", "const": "s = 1.5"
    case "print": "the expression alone: it prints itself"
    case "if": "a comparison, such as s > 1, or: first l where rms(a[l]) >= 10"
    default: nil
    }
  }
}
