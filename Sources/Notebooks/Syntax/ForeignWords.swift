/// What people bring along from elsewhere, and what it is called here.
package enum ForeignWords {
  static let modules: Set<String> = ["np", "numpy", "torch", "tf", "jnp", "math", "nn", "F", "plt"]

  /// Ours for a function of elsewhere, `np.linalg.norm` by its last part; nil for an unknown word.
  static func function(_ name: String) -> String? {
    switch name {
    case "matmul", "mm": "the operator *"
    case "dot": "dot(v, w), and the operator * for matrices"
    case "randn", "normal": "normal(n, seed: 1)"
    case "rand", "random": "normal(n, seed: 1), normal numbers and not uniform ones"
    case "ones", "zeros": "\(name)(n)"
    case "norm": "norm(v)"
    case "array", "tensor", "matrix", "vector": "[1, 2] or [[1, 2], [3, 4]]"
    case "len", "size", "length": "count(v); a matrix says its size by itself"
    case "shape": "count(v), depth(net) or widths(net); a matrix says its size by itself"
    case "linspace", "arange", "range": "a range, such as 0...1 by 0.25"
    case "power", "pow": "the operator ^"
    case "log": "ln or log10"
    case "transpose", "T": "a prime: M'"
    case "pinv", "solve", "lstsq": "inverse(M), for a square matrix that has one"
    case "Linear", "Sequential", "Module", "Dense", "MLP": "network(…)"
    case "kaiming_normal", "kaiming", "he_normal", "kaiming_normal_": "he()"
    case "kaiming_uniform", "kaiming_uniform_": "he_uniform()"
    case "xavier_normal", "glorot_normal", "xavier_normal_": "xavier()"
    case "glorot_uniform", "xavier_uniform_": "xavier_uniform()"
    case "lecun_normal": "lecun()"
    case "std", "stdev", "stddev":
      "deviation_over(f, 1...9) over seeds, and for entries sqrt(rms(v)^2 - mean(v)^2)"
    case "avg", "average": "mean(v), and over seeds mean_over(f, 1...9)"
    case "median", "quantile", "percentile": "quantile_over(f, 1...9), over seeds"
    case "pi", "e": name
    case "not": "the opposite comparison: !="
    case "quit", "exit": ":quit, in a lesson"
    case "imshow", "surf", "contour", "pcolormesh":
      "a figure: heatmap log10(rms(y)) over s in 0.5...1.5, L in 1...50"
    case "plot", "figure": "a figure: plot rms(a)"
    case "hist": "a figure: histogram normal(10, seed: 1)"
    case "semilogy": "a figure: plot rms(a) on log"
    case "loglog", "semilogx": "a figure: plot rms(a) on loglog"
    case "grad", "gradient", "backward", "backprop", "backpropagate":
      "dJ_dW(net, x) or dJ_dx(net, x)"
    case "forward", "predict": "net(x), and layer by layer activations(net, x)"
    case "jacrev", "jacfwd", "jac": "jacobian(net, x)"
    case "hessian": "largest_stable_rate(net, task) for its largest eigenvalue"
    case "mse", "MSELoss", "mse_loss": "squared_error(target)"
    case "crossentropy", "CrossEntropyLoss", "softmax", "log_softmax":
      "cross_entropy(target), which takes the softmax itself"
    case "fit", "optimize", "minimize": "train(net, task, rate: 0.1, steps: 100)"
    case "adam", "Adam", "SGD", "sgd", "momentum":
      "an argument of train: train(net, task, rate: 0.1, steps: 100, momentum: 0.9) or adam: true"
    case "batch_norm", "batchnorm", "BatchNorm1d":
      "an argument of network: network(he(), width: 64, depth: 20, norm: \"batch\")"
    case "dropout", "Dropout":
      "an argument of network: network(he(), width: 64, depth: 20, dropout: 0.5)"
    case "layer_norm", "layernorm", "LayerNorm":
      "an argument of network: network(he(), width: 64, depth: 20, norm: true)"
    case "clip", "clip_grad_norm", "clip_grad_norm_": "clipped(G, to: 1)"
    case "moons", "circles", "spiral": "spirals()"
    case "sign", "sgn", "signum": "x/abs(x) where x is not 0"
    case "trunc", "int": "floor(x), or round(x)"
    case "outer": "v*[w]"
    case "print", "echo", "show", "disp": "the expression alone: rms(v)"
    case "ans", "_": "a name that you give: t = 1.5"
    case "relu", "tanh", "sigmoid", "exp", "sqrt", "log10", "sin", "cos", "abs", "sum", "mean",
      "round", "floor", "max", "min", "trace", "log2", "ceil":
      "\(name)(…)"
    default: formula(name).map { $0.replacing("$", with: argument(of: name)) }
    }
  }

  /// Ours for a function of elsewhere of one argument, with `$` in its place; nil for others.
  static func formula(_ name: String) -> String? {
    switch name {
    case "eye": "identity($)"
    case "diag": "diagonal($)"
    case "len", "size", "length": "count($)"
    case "lg": "log10($)"
    case "ld", "lb": "log2($)"
    case "inv": "inverse($)"
    case "swish", "SiLU": "silu($)"
    case "ReLU": "relu($)"
    case "GELU": "gelu($)"
    case "logistic", "expit": "sigmoid($)"
    case "avg", "average": "mean($)"
    case "var", "variance": "rms($)^2 - mean($)^2"
    case "std", "stdev", "stddev": "sqrt(rms($)^2 - mean($)^2)"
    case "minimum", "amin": "min($)"
    case "maximum", "amax": "max($)"
    case "float", "double", "str", "Number": "$"
    case "svd", "svdvals", "singular": "singular_values($)"
    case "eig", "eigvals", "eigen": "eigenvalues($)"
    case "cond": "condition_number($)"
    case "matrix_rank": "rank($)"
    case "tr": "trace($)"
    case "sinh": "(exp($) - exp(-$))/2"
    case "cosh": "(exp($) + exp(-$))/2"
    case "tan": "sin($)/cos($)"
    case "cot": "cos($)/sin($)"
    case "sec": "1/cos($)"
    case "fabs", "absolute": "abs($)"
    case "ceiling": "ceil($)"
    case "cbrt": "$^(1/3)"
    case "square", "sq": "$^2"
    case "expm1": "exp($) - 1"
    case "log1p": "ln(1 + $)"
    case "erfc": "1 - erf($)"
    case "exp2": "2^$"
    case "half": "rounded($, to: float16)"
    case "transpose": "$'"
    default: nil
    }
  }

  /// What stands for the argument where nobody gave one.
  private static func argument(of name: String) -> String {
    switch name {
    case "eye": "n"
    case "diag", "len", "size", "length", "avg", "average", "var", "variance", "std", "stdev",
      "stddev", "minimum", "amin", "maximum", "amax":
      "v"
    case "inv", "svd", "svdvals", "singular", "eig", "eigvals", "eigen", "cond", "matrix_rank",
      "tr", "transpose":
      "M"
    default: "x"
    }
  }

  /// A line that makes a float format overflow, in a notebook without definitions.
  static let overflow = "rounded(1e5, to: float16)"

  /// Words of elsewhere for which there is nothing here; a near name would mean another thing.
  static let withoutCounterpart: Set<String> = [
    "det", "asin", "acos", "atan", "atan2", "arcsin", "arccos", "arctan", "asinh", "acosh", "atanh",
    "sech", "prod", "product", "cumsum", "cumprod",
    "argmax", "argmin", "argsort", "sort", "mode", "cov", "corr", "mod", "gcd", "lcm", "factorial",
    "gamma", "beta", "cross", "kron", "conv", "conv2d",
    "concat", "stack", "reshape", "flatten", "where", "any", "all", "append", "map", "filter",
    "cost", "coss", "sinc", "dim", "ndim", "type", "rot", "lim", "diff", "int_", "integrate", "lu",
    "qr", "chol", "cholesky", "expm", "logm", "sqrtm", "softsign", "mish", "prelu", "hardtanh",
  ]

  /// Words between two parts that are a slip wherever they stand.
  static let joining: Set<String> = [
    "and", "or", "not", "if", "else", "elif", "then", "mod", "div", "vs", "versus",
  ]

  /// What to do instead of a word between two parts; nil for a word that is none.
  static func between(_ word: String) -> Hint? {
    switch word {
    case "and", "or": "Conditions are not joined: ask one after the other."
    case "not": "The opposite is another comparison: != for ==, < for >=, <= for >."
    case "else", "elif", "then": statement("if")
    default: statement(word)
    }
  }

  /// The statement that was meant by a word at its beginning; nil for a word that is none.
  static func verb(_ word: String, before rest: String?) -> Hint? {
    let given = rest ?? "rms(a)"
    let statement: String? =
      switch word {
      case "hist", "distplot", "boxplot": "histogram \(given)"
      case "loglog": "plot \(given) on loglog"
      case "semilogy", "logplot", "semilog": "plot \(given) on log"
      case "graph", "chart", "lineplot": "plot \(given)"
      case "describe", "summary", "summarise", "summarize", "inspect": "explain \(given)"
      case "show", "display", "disp", "echo", "print", "calculate", "compute", "eval", "evaluate":
        given
      default: nil
      }
    guard let statement else { return nil }
    let results = Parser.statements(of: statement)
    guard results.count == 1, case .success = results[0] else { return nil }
    return Hint("Write ", .instead(statement), otherwise: "Its name here: help \(word)")
  }

  /// What to do where a name is not defined that is a value elsewhere.
  static func value(_ name: String) -> Hint? {
    switch name {
    case "adam", "Adam": "It is an argument of train: adam: true"
    case "momentum": "It is an argument of train: momentum: 0.9"
    case "sgd", "SGD": "train takes such steps unless momentum: or adam: is given."
    case "ans": Hint("A value has a name where you give it one: ", .line("t = 1.5"))
    case "lr", "eta":
      Hint("To make one: ", .line("\(name) = 0.1"), end: ". train takes it as rate: 0.1")
    case "T": Hint("To make one: ", .line("T = 1.5"), end: ". For the transpose write M'")
    case "I": Hint("To make one: ", .line("I = identity(2)"))
    case "dJ", "dL", "dC":
      Hint(
        "A derivative is one word: ",
        .line("dJ_dW(net, x)"),
        otherwise: "A derivative is one word: dJ_dW(…)"
      )
    case "None", "null", "nil", "NULL", "undefined":
      "Nothing stands for no value; what is not wanted is left out."
    case "mnist", "MNIST", "cifar", "cifar10", "CIFAR10", "iris":
      Hint("Data of others are not read here; made ones are, as in: ", .line("spirals(seed: 1)"))
    case "quit", "exit", "bye": "A lesson is left with :quit"
    case "clear", "cls", "reset":
      "Nothing needs clearing: a name that is entered again is replaced."
    case "help": Hint("It stands before what is asked about: ", .line("help plot"))
    case "enter", "Enter", "ENTER", "return", "Return":
      "Enter is a key: pressed alone it goes on in a lesson."
    case "uit", "qit", "qut", "quite", "quti", "exi", "exti", "logout":
      Hint("A lesson is left with :quit; for a name of that kind: ", .line("\(name) = 1.5"))
    case "y_hat", "yhat", "ypred", "y_pred":
      Hint("The network's output ŷ is ", [.line("y"), .line("net(x)"), .line("\(name) = 1.5")])
    case "dy", "da", "dz":
      Hint(
        "A derivative by the input: ",
        .line("jacobian(net, x)"),
        otherwise: "Nothing defines it."
      )
    case "explain":
      Hint("It stands before a name: ", [.line("explain y"), .line("explain 1.5^20")])
    case "True", "False", "TRUE", "FALSE": Hint("Write ", .meant(name.lowercased()))
    case "yes", "on", "off", "no": "Write true or false"
    case "inf", "Inf", "infinity", "nan", "NaN":
      Hint(
        "Float formats come to it, as in: ",
        [.line("plot rms(a) in float16"), .line(overflow)]
      )
    default: nil
    }
  }

  /// What to do where a name is not defined that stands before an index.
  static func list(_ name: String) -> Hint {
    switch name {
    case "W": made("W", "weights(net)")
    case "a": made("a", "activations(net, x)")
    case "z": made("z", "preactivations(net, x)")
    case "b": made("b", "biases(net)")
    default:
      Hint("To make one: ", .line("\(name) = [1, 2, 3]"), otherwise: "Nothing defines it.")
    }
  }

  /// A list as the lecture calls it; any list where there is no network to take it from.
  private static func made(_ name: String, _ value: String) -> Hint {
    let values = [value, "[1, 2, 3]"]
    return Hint("To make one: ", values.map { .line("\(name) = \($0)") })
  }

  /// Those of the words below that stand before brackets elsewhere.
  static let takesBrackets: Set<String> = ["for", "while", "print", "if"]

  /// What to do instead of a statement of another language; nil for a word that is none.
  static func statement(_ word: String) -> Hint? {
    switch word {
    case "for", "while":
      Hint(
        "A list holds all layers at once, and a figure takes many values: ",
        [.line("plot rms(y) over s in 0.5...1.5"), .line("plot s^2 over s in 0.5...1.5")]
      )
    case "import", "from", "using": "All functions are there from the start; help all lists them."
    case "def", "lambda", "function": Hint("A function is one line: ", .line("f(t) = t^2 + 1"))
    case "let", "var", "const", "set":
      Hint("A definition needs no such word: ", .line("s = 1.5"), otherwise: "s = …")
    case "print": Hint("An expression prints itself: ", [.line("rms(a)"), .line("rms([3, 4])")])
    case "if": Hint("A comparison says true or false: ", [.line("s > 1"), .line("2 > 1")])
    default: nil
    }
  }
}
