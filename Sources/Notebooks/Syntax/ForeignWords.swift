/// What people bring along from elsewhere, and what it is called here.
enum ForeignWords {
  static let modules: Set<String> = ["np", "numpy", "torch", "tf", "jnp", "math", "nn", "F"]

  /// Ours for a function of elsewhere, `np.linalg.norm` by its last part; nil for an unknown word.
  static func function(_ name: String) -> String? {
    switch name {
    case "eye": "identity(n)"
    case "matmul", "mm": "the operator *"
    case "dot": "dot(v, w), and the operator * for matrices"
    case "randn", "rand", "random", "normal": "normal(n, seed: 1)"
    case "norm": "norm(v)"
    case "ones", "zeros": "\(name)(n)"
    case "array", "tensor", "matrix", "vector": "[1, 2] or [[1, 2], [3, 4]]"
    case "diag": "diagonal(v)"
    case "len", "size", "length": "count(v); a matrix says its size by itself"
    case "shape": "count(v), depth(net) or widths(net); a matrix says its size by itself"
    case "linspace", "arange", "range": "a range: 0...1 by 0.25"
    case "power", "pow": "the operator ^"
    case "log": "ln or log10"
    case "lg": "log10(x)"
    case "ld", "lb": "log2(x)"
    case "transpose", "T": "a prime: M'"
    case "inv": "inverse(M)"
    case "pinv", "solve", "lstsq": "inverse(M), for a square matrix that has one"
    case "Linear", "Sequential", "Module", "Dense", "MLP": "network(…)"
    case "swish", "SiLU": "silu(x)"
    case "ReLU": "relu(x)"
    case "GELU": "gelu(x)"
    case "logistic", "expit": "sigmoid(x)"
    case "kaiming_normal", "kaiming", "he_normal", "kaiming_normal_": "he()"
    case "kaiming_uniform", "kaiming_uniform_": "he_uniform()"
    case "xavier_normal", "glorot_normal", "xavier_normal_": "xavier()"
    case "glorot_uniform", "xavier_uniform_": "xavier_uniform()"
    case "lecun_normal": "lecun()"
    case "std", "stdev", "stddev":
      "deviation_over(f, 1...9) over seeds, and for entries sqrt(rms(v)^2 - mean(v)^2)"
    case "var", "variance": "rms(v)^2 - mean(v)^2"
    case "avg", "average": "mean(v), and over seeds mean_over(f, 1...9)"
    case "median", "quantile", "percentile": "quantile_over(f, 1...9), over seeds"
    case "pi", "e": name
    case "not": "the opposite comparison: !="
    case "quit", "exit": ":quit, in a lesson"
    case "imshow", "surf", "contour", "pcolormesh":
      "a figure: heatmap log10(rms(y)) over s in 0.5...1.5, L in 1...50"
    case "hist": "a figure: histogram normal(10, seed: 1)"
    case "semilogy", "loglog", "semilogx": "a figure: plot rms(a) on log"
    case "minimum", "amin": "min(v)"
    case "maximum", "amax": "max(v)"
    case "svd", "svdvals", "singular": "singular_values(M)"
    case "cond": "condition_number(M)"
    case "matrix_rank": "rank(M)"
    case "tr": "trace(M)"
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
    case "clip", "clip_grad_norm", "clip_grad_norm_": "clipped(G, to: 1)"
    case "moons", "circles", "spiral": "spirals()"
    case "sinh": "(exp(x) - exp(-x))/2"
    case "cosh": "(exp(x) + exp(-x))/2"
    case "tan": "sin(x)/cos(x)"
    case "cot": "cos(x)/sin(x)"
    case "sec": "1/cos(x)"
    case "sign", "sgn", "signum": "x/abs(x) where x is not 0"
    case "fabs", "absolute": "abs(x)"
    case "ceiling": "ceil(x)"
    case "trunc", "int": "floor(x), or round(x)"
    case "cbrt": "x^(1/3)"
    case "square", "sq": "x^2"
    case "expm1": "exp(x) - 1"
    case "log1p": "ln(1 + x)"
    case "erfc": "1 - erf(x)"
    case "exp2": "2^x"
    case "outer": "v*[w]"
    case "half": "rounded(x, to: float16)"
    case "print", "echo", "show", "disp": "the expression alone: rms(v)"
    case "ans", "_": "a name that you give: t = 1.5"
    case "relu", "tanh", "sigmoid", "exp", "sqrt", "log10", "sin", "cos", "abs", "sum", "mean",
      "round", "floor", "max", "min", "trace", "log2", "ceil":
      "\(name)(…)"
    default: nil
    }
  }

  /// Words of elsewhere for which there is nothing here; a near name would mean another thing.
  static let withoutCounterpart: Set<String> = [
    "det", "asin", "acos", "atan", "atan2", "arcsin", "arccos", "arctan", "asinh", "acosh", "atanh",
    "sech", "eig", "eigvals", "eigen", "eigenvalues", "prod", "product", "cumsum", "cumprod",
    "argmax", "argmin", "argsort", "sort", "mode", "cov", "corr", "mod", "gcd", "lcm", "factorial",
    "gamma", "beta", "cross", "kron", "dropout", "conv", "conv2d", "batch_norm", "batchnorm",
    "concat", "stack", "reshape", "flatten", "where", "any", "all", "append", "map", "filter",
    "cost", "coss", "sinc", "dim", "ndim", "type", "rot", "lim", "diff", "int_", "integrate", "lu",
    "qr", "chol", "cholesky", "expm", "logm", "sqrtm", "softsign", "mish", "prelu", "hardtanh",
  ]

  /// Words between two parts that are a slip wherever they stand.
  static let joining: Set<String> = [
    "and", "or", "not", "if", "else", "elif", "then", "mod", "div", "vs", "versus",
  ]

  /// What to do instead of a word between two parts; nil for a word that is none.
  static func between(_ word: String) -> String? {
    switch word {
    case "and", "or", "not": "Conditions are not joined: ask one after the other."
    case "else", "elif", "then": statement("if")
    default: statement(word)
    }
  }

  /// The statement that was meant by a word at its beginning; nil for a word that is none.
  static func verb(_ word: String, before rest: String?) -> String? {
    let given = rest ?? "rms(a)"
    let statement: String? =
      switch word {
      case "hist", "distplot", "boxplot": "histogram \(given)"
      case "semilogy", "loglog", "logplot", "semilog": "plot \(given) on log"
      case "graph", "chart", "lineplot": "plot \(given)"
      case "describe", "summary", "summarise", "summarize", "inspect": "explain \(given)"
      case "show", "display", "disp", "echo", "print", "calculate", "compute", "eval", "evaluate":
        given
      default: nil
      }
    guard let statement else { return nil }
    let results = Parser.statements(of: statement)
    guard results.count == 1, case .success = results[0] else { return nil }
    return "Write \(statement)"
  }

  /// What to do where a name is not defined that is a value elsewhere.
  static func value(_ name: String) -> String? {
    switch name {
    case "adam", "Adam": "It is an argument of train: adam: true"
    case "momentum": "It is an argument of train: momentum: 0.9"
    case "sgd", "SGD": "train takes such steps unless momentum: or adam: is given."
    case "ans": "A value has a name where you give it one: t = 1.5"
    case "lr", "eta": "To make one: \(name) = 0.1. train takes it as rate: 0.1"
    case "T": "To make one: T = 1.5. For the transpose write M'"
    case "I": "To make one: I = identity(2)"
    case "dJ", "dL", "dC": "A derivative is one word: dJ_dW(net, x)"
    case "None", "null", "nil", "NULL", "undefined":
      "Nothing stands for no value; what is not wanted is left out."
    case "mnist", "MNIST", "cifar", "cifar10", "CIFAR10", "iris":
      "Data of others are not read here; made ones are, as in: spirals(seed: 1)"
    case "quit", "exit", "bye": "A lesson is left with :quit"
    case "clear", "cls", "reset":
      "Nothing needs clearing: a name that is entered again is replaced."
    case "explain": "It stands before a name: explain y"
    case "True", "False", "TRUE", "FALSE": "Write \(name.lowercased())"
    case "yes", "on", "off", "no": "Write true or false"
    case "inf", "Inf", "infinity", "nan", "NaN":
      "Only a float format comes to it, as in: plot rms(a) in float16"
    default: nil
    }
  }

  /// What to do where a name is not defined that stands before an index.
  static func list(_ name: String) -> String {
    switch name {
    case "W": "To make one: W = weights(net)"
    case "a": "To make one: a = activations(net, x)"
    case "z": "To make one: z = preactivations(net, x)"
    case "b": "To make one: b = biases(net)"
    default: "To make one: \(name.shortened) = [1, 2, 3]"
    }
  }

  /// Those of the words below that stand before brackets elsewhere.
  static let takesBrackets: Set<String> = ["for", "while", "print", "if"]

  /// What to do instead of a statement of another language; nil for a word that is none.
  static func statement(_ word: String) -> String? {
    switch word {
    case "for", "while":
      "A list holds all layers at once, and a figure takes many values: plot rms(y) over s in 0.5...1.5"
    case "import", "from", "using": "All functions are there from the start; help all lists them."
    case "def", "lambda", "function": "A function is one line: f(t) = t^2 + 1"
    case "let", "var", "const", "set": "A definition needs no such word: s = 1.5"
    case "print": "An expression prints itself: rms(a)"
    case "if": "A comparison says true or false: s > 1"
    default: nil
    }
  }
}
