extension Help {
  /// What people ask for by words that are no names here.
  ///
  /// Examples stand after `Help.setting`.
  static let concepts: [Concept] =
    ofNetworks + ofGradients + ofTraining + ofNumbers + ofTheLanguage

  private static let net = "network(he(), width: 8, depth: 50, activation: relu"
  private static let small = "network(he(), widths: [2, 8, 8, 2], activation: relu)"

  private static let ofNetworks: [Concept] = [
    Concept(
      ["skip", "skip_connection", "skips", "resnet", "shortcut", "residual_network"],
      [
        "a skip past every layer is the argument residual: α, a[l] = a[l-1] + α g(z[l]); block: 2 has it",
        "go past two, a[l] = a[l-2] + α g(z[l]), and activation: [relu, linear] is then of each block.",
      ],
      see: ["residual", "block", "network"],
      examples: [
        "norm(\(net), residual: 0.1)(ones(8)))", "norm(\(net), residual: 0.1, block: 2)(ones(8)))",
      ]
    ),
    Concept(
      [
        "layer_norm", "layernorm", "pre_norm", "prenorm", "post_norm", "postnorm",
        "layer_normalisation", "layer_normalization", "normalisation", "normalization",
      ],
      [
        "norm: true puts a layer norm before each hidden activation; beside residual, norm: \"pre\" one",
        "before each block and norm: \"post\" one after its addition; norm: \"batch\" norms over samples.",
      ],
      see: ["norm", "network", "batch_norm"],
      examples: [
        "rms(activations(\(net), norm: true), ones(8)))",
        "rms(activations(\(net), residual: 1, norm: \"pre\"), ones(8)))",
      ]
    ),
    Concept(
      [
        "batch_norm", "batchnorm", "batch_normalization", "batch_normalisation",
        "running_statistics", "running_mean",
      ],
      [
        "norm: \"batch\" brings z of each unit to mean 0 and variance 1 over the samples: those of a step",
        "in train, the rows of X in activations(net, X). A training keeps averages (0 and 1 before its",
        "first step, which sets them; each further one moves them by a tenth), by which test: samples are",
        "judged, and one sample alone, as h.net(x). It has no scale and shift of its own to learn.",
      ],
      see: ["norm", "batch", "network"],
      examples: [
        "X = sample(gaussian(gain: sqrt(8)), 16, 8)",
        "rms(dJ_da(\(net), norm: \"batch\"), X, loss: squared_error(-X)))",
        "train(network(he(), widths: [2, 8, 2], activation: relu, norm: \"batch\"), xor, rate: 0.1, steps: 20).net([1, -1])",
      ]
    ),
    Concept(
      ["dropout"],
      [
        "dropout: 0.5 of network has each step of train set each hidden unit to 0 with probability 0.5,",
        "and divide the others by 1 - 0.5, so that the mean stays. Elsewhere all units are kept, the last",
        "loss of a training too; activations(net, x, seed: 1) drops those of that draw.",
      ],
      see: ["seed", "noise", "train"],
      examples: [
        "mean(activations(network(identity(100), depth: 2, dropout: 0.5), ones(100), seed: 1)[1])",
        "train(network(he(), widths: [2, 8, 2], activation: relu, dropout: 0.2), xor, rate: 0.1, steps: 20).loss",
      ]
    ),
    Concept(
      ["activation_function", "nonlinearity", "non_linearity"],
      [
        "g of a layer, a[l] = g(z[l]): linear, relu, leaky_relu, tanh, sigmoid, elu, selu, gelu,",
        "silu, softplus, erf. A network takes one by its argument activation:.",
      ],
      see: ["activation", "slope", "gain"],
      examples: ["plot relu(t), gelu(t) over t in -3...3 by 0.1"]
    ),
    Concept(
      ["init", "initialise", "initialize", "initialisation", "initialization"],
      ["how random weights are drawn: the first argument of network. diagnose says how one goes."],
      see: ["he", "xavier", "gaussian", "orthogonal", "lecun", "edge_of_chaos"],
      examples: ["network(xavier(), width: 8, depth: 5, activation: tanh)"]
    ),
    Concept(["kaiming", "kaiming_normal", "he_normal", "msra"], see: ["he"]),
    Concept(["kaiming_uniform"], see: ["he_uniform"]),
    Concept(["glorot", "xavier_normal", "glorot_normal"], see: ["xavier"]),
    Concept(["glorot_uniform"], see: ["xavier_uniform"]),
    Concept(["lecun_normal"], see: ["lecun"]),
    Concept(
      ["symmetry", "symmetric", "zero_init", "equal_weights"],
      [
        "units with the same weights get the same gradients and stay equal: draw weights at random."
      ],
      see: ["gaussian", "seed"],
      examples: ["network(gaussian(), width: 8, depth: 5, seed: 2)"]
    ),
    Concept(["swish"], see: ["silu"]),
    Concept(["logistic"], see: ["sigmoid"]),
    Concept(["layer", "layer_number", "superscript"], see: ["layers"]),
    Concept(
      ["neuron", "neurons", "unit", "units", "hidden", "hidden_units"],
      ["the entries of a[l]; how many a layer has is its width."],
      see: ["width", "widths", "activations"],
      examples: ["a[2][1]", "widths(\(small))"]
    ),
    Concept(["bias_vector", "b"], see: ["biases"]),
    Concept(["architecture", "model", "mlp", "sequential", "perceptron"], see: ["network"]),
    Concept(
      ["forward", "forward_pass", "forward_propagation", "predict", "output"],
      see: ["activations"]
    ),
    Concept(["weight", "w", "parameter_matrix"], see: ["weights"]),
    Concept(
      ["convolution", "conv", "cnn", "rnn", "lstm", "attention", "transformer", "embedding"],
      [
        "there is none here: networks have a full matrix in every layer. One matrix in all layers",
        "is what a recurrent network comes to over its steps.",
      ],
      see: ["network", "lyapunov"],
      examples: ["network(1.1*identity(2), depth: 50, activation: tanh)"]
    ),
  ]

  private static let ofGradients: [Concept] = [
    Concept(
      [
        "gradient", "backpropagation", "backprop", "back_propagation", "backward", "backward_pass",
        "autograd", "grad",
      ],
      [
        "back-propagation, from the last layer to the first: dJ/da[l-1] = W[l]' dJ/dz[l],",
        "dJ/dz[l] = g′(z[l]) dJ/da[l], dJ/dW[l] = dJ/dz[l] a[l-1]'.",
      ],
      see: ["dJ_dW", "dJ_da", "dJ_dz", "dJ_dx", "gradient_check"],
      examples: ["plot norm(dJ_dW(net, x))", "dJ_dx(net, x)"]
    ),
    Concept(
      ["derivative", "derivatives", "differentiate", "diff"],
      [
        "of the loss J by the weights dJ_dW(net, x), by what stands in a layer dJ_da and dJ_dz, by the",
        "input dJ_dx; of a network by its input jacobian(net, x); of an activation slope(g, z).",
      ],
      see: ["dJ_dW", "dJ_dx", "jacobian", "slope"],
      examples: ["dJ_dx(net, x)", "jacobian(net, x)", "slope(tanh, 0.5)"]
    ),
    Concept(
      ["chain", "chain_rule"],
      [
        "the derivative of what is done one after the other is the product of the derivatives: that",
        "of a[L] by a[0] is one of matrices, layer by layer, which grows or shrinks as they do.",
      ],
      see: ["jacobian", "layer_jacobian", "gradient"],
      examples: ["jacobian(net, x)"]
    ),
    Concept(
      ["kink", "kinks"],
      [
        "where an activation has no derivative, as relu at 0; slope(relu, 0) is taken to be 0."
      ],
      see: ["slope", "relu", "gradient_check"],
      examples: ["slope(relu, [-1, 0, 1])", "slope(relu, 0)"]
    ),
    Concept(
      ["vanishing", "vanish", "vanishing_gradient", "exploding", "explode", "exploding_gradient"],
      [
        "gradients that shrink or grow by a factor in every layer, so that they are nearly 0 or",
        "huge far from the output. diagnose says whether, why, and what mends it.",
      ],
      see: ["diagnose", "dJ_da", "jacobian", "clip"],
      examples: ["plot rms(dJ_da(net, x)) over s in [0.5, 1, 1.5]", "diagnose(net)"]
    ),
    Concept(
      ["gradient_clipping", "clip", "clipping", "clip_grad_norm"],
      ["the gradients of all layers are scaled down together where their norm is larger."],
      see: ["train", "clipped"]
    ),
    Concept(
      ["saturation", "saturate", "saturated", "dead", "dead_relu", "dying_relu"],
      ["where g′(z) is 0 or nearly: nothing passes backward there. slope(g, z) is g′(z)."],
      see: ["slope", "preactivations", "diagnose"],
      examples: ["slope(sigmoid, 10)", "slope(relu, [-1, 1])"]
    ),
    Concept(["svd", "singular_value", "singular"], see: ["singular_values"]),
    Concept(["lyapunov_exponent", "lyapunov_exponents"], see: ["lyapunov"]),
    Concept(["condition", "cond", "conditioning"], see: ["condition_number"]),
    Concept(
      ["hessian", "curvature", "sharpness", "eigenvalue", "eig"],
      ["of the loss: its largest λ sets the largest rate, 2/λ; of a matrix, eigenvalues(M)."],
      see: ["largest_stable_rate", "eigenvalues", "spectral_radius", "singular_values"],
      examples: ["2/largest_stable_rate(\(small), xor)"]
    ),
    Concept(
      ["gradient_checking", "numerical_gradient", "finite_differences"],
      see: ["gradient_check", "mistaken"]
    ),
  ]

  private static let ofNumbers: [Concept] = [
    Concept(
      ["transpose", "prime", "'", "t"],
      [
        "a prime behind it: M', W[2]', (M^2)'. It stands without a blank, and never behind a number."
      ],
      see: ["matrices"],
      examples: ["[[1, 2], [3, 4]]'", "W[1]'"]
    ),
    Concept(
      ["product", "multiply", "multiplication", "matmul", "times", "*"],
      ["* for numbers, matrices and vectors, always written: 2*s, M*x. dot(v, w) is Σ v w."],
      see: ["matrices", "dot"],
      examples: ["M*x", "dot(x, x)"]
    ),
    Concept(["power", "powers", "exponent", "^", "**"], see: ["numbers"]),
    Concept(
      ["matrix", "vector", "vectors", "array", "tensor", "list", "entry", "index"],
      see: ["matrices"]
    ),
    Concept(["eye", "identity_matrix", "i"], see: ["identity"]),
    Concept(["diag"], see: ["diagonal"]),
    Concept(["len", "length", "size"], see: ["count"]),
    Concept(
      ["shape"],
      [
        "how large a thing is: its name alone says it. count(v), depth(net), widths(net) are numbers."
      ],
      see: ["count", "depth", "widths"],
      examples: ["M", "count(x)", "widths(net)"]
    ),
    Concept(["magnitude", "frobenius", "l2_norm"], see: ["norm"]),
    Concept(["root_mean_square", "typical_size"], see: ["rms"]),
    Concept(["average", "avg"], see: ["mean"]),
    Concept(
      ["std", "variance", "standard_deviation", "deviation", "var", "spread"],
      [
        "of the entries of a vector: rms(v)^2 - mean(v)^2, and its root; over seeds:",
        "deviation_over(f, 1...9).",
      ],
      see: ["deviation_over", "rms", "mean"],
      examples: ["sqrt(rms([1, 2, 6])^2 - mean([1, 2, 6])^2)"]
    ),
    Concept(
      ["median", "quantile", "percentile"],
      [
        "over seeds or any numbers, of a function of one line: quantile_over(f, 1...9), between two",
        "values where none stands in the middle; a figure's band takes the lower of the two.",
      ],
      see: ["quantile_over", "mean_over"],
      examples: ["f(i) = normal(9)[i]", "quantile_over(f, 1...9, share: 0.5)"]
    ),
    Concept(
      ["band", "bands", "many_seeds"],
      [
        "a list by layer over more than 8 seeds is drawn as a band: of each layer the median, and what",
        "lies between 10 % and 90 % of the seeds.",
      ],
      see: ["over", "quantile_over"],
      examples: ["f(k) = normal(4, seed: k)", "plot f(k) over k in 1...20"]
    ),
    Concept(
      ["log", "logarithm"],
      ["ln for base e, log10, log2."],
      see: ["ln", "log10", "log2"],
      examples: ["log10(1000)"]
    ),
    Concept(
      ["random", "rand", "randn", "randomness", "reproducible", "random_seed"],
      [
        "every draw has a seed and is the same each time; another seed: is another draw.",
        "normal(n, seed: 2) draws a vector, sample(gaussian(), 2, 3) a matrix.",
      ],
      see: ["seed", "normal", "sample", "mean_over"],
      examples: ["normal(3, seed: 2)"]
    ),
    Concept(
      [
        "format", "formats", "precision", "half_precision", "fp16", "fp32", "bf16",
        "mixed_precision",
      ],
      [
        "float formats: in FORMAT behind a figure computes its networks so; rounded(…, to: …) rounds."
      ],
      see: ["in", "rounded", "float16", "largest"],
      examples: ["table rms(a) at 15...20 in float16", "rounded(0.1, to: float16)"]
    ),
    Concept(
      ["overflow", "underflow", "inf", "infinity", "nan", "subnormal", "denormal"],
      ["numbers here don't overflow; a figure in a format shows where that format does."],
      see: ["numbers", "in", "smallest_normal"],
      examples: ["table rms(a) at 15...20 in float8_e5m2"]
    ),
    Concept(
      ["eps", "machine_epsilon"],
      [
        "the distance from 1 to the next number of a format: 2^-10 in float16, 2^-23 in float32. Half of",
        "it added to 1 is rounded away.",
      ],
      see: ["rounded", "numbers", "formats"],
      examples: ["rounded(1 + 2^-11, to: float16) == 1", "rounded(1 + 2^-10, to: float16) == 1"]
    ),
    Concept(["decimals", "digits", "accuracy_of_numbers"], see: ["numbers"]),
    Concept(["==", "equal", "compare", "comparison"], see: ["equality"]),
  ]
}
