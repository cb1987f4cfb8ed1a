import TerminalText

/// Which name somebody meant, where no table knows the word.
enum Naming {
  /// A longer word is compared with no name.
  private static let longest = 40

  /// The nearest name; nil where two are as near, so that nobody knows which is meant.
  static func nearest(to word: String, among names: [String]) -> String? {
    guard let nearest = Spelling.nearest(to: word, among: names) else { return nil }
    func distance(_ name: String) -> Int {
      Spelling.distance(Array(word.lowercased()), Array(name.lowercased()))
    }
    let rivals = names.filter { $0 != nearest && abs($0.count - word.count) <= 2 }
    return rivals.contains { distance($0) <= distance(nearest) } ? nil : nearest
  }

  /// The nearest name, where the word is the same but for a slip; nil where it may mean another thing.
  ///
  /// In three or four letters only two that are swapped, one that is doubled or another case is a
  /// slip (sign is not sin, and lg not ln), in seven or less one letter, in more two.
  static func meant(by word: String, among names: [String]) -> String? {
    let typed = Array(word.prefix(longest + 1).lowercased())
    guard typed.count <= longest else { return nil }
    return Spelling.nearest(
      to: word,
      among: names.filter { name in
        let other = Array(name.lowercased())
        let shorter = min(typed.count, other.count)
        return shorter <= 4
          ? isSameButForSlip(typed, other)
          : Spelling.distance(typed, other) <= (shorter <= 7 ? 1 : 2)
      }
    )
  }

  /// Two letters swapped, one doubled or said once, or nothing but the case.
  private static func isSameButForSlip(_ a: [Character], _ b: [Character]) -> Bool {
    if a == b { return true }
    if a.count == b.count { return a.sorted() == b.sorted() && Spelling.distance(a, b) == 1 }
    guard abs(a.count - b.count) == 1 else { return false }
    let (short, long) = a.count < b.count ? (a, b) : (b, a)
    return (1..<long.count).contains { place in
      long[place] == long[place - 1]
        && Array(long[..<place] + long[(place + 1)...]) == short
    }
  }

  /// Ours for the label of an argument as other libraries call it.
  static func label(_ label: String, among labels: [String]) -> String? {
    let ours: String? =
      switch label.lowercased() {
      case "lr", "learning_rate", "eta", "η", "step_size": "rate"
      case "epochs", "iterations", "num_steps", "n_steps", "iters": "steps"
      case "batch_size", "batchsize", "minibatch": "batch"
      case "skip", "shortcut", "resnet": "residual"
      case "layer_norm", "layernorm": "norm"
      case "clipping", "clip_norm", "max_norm": "clip"
      case "random_state", "rng": "seed"
      case "layers", "num_layers", "n_layers":
        labels.contains("depth") && !labels.contains("layers") ? "depth" : nil
      case "hidden", "units", "neurons", "hidden_size": "width"
      case "activation_function", "nonlinearity", "act": "activation"
      case "sizes", "layer_sizes", "dims", "shape": "widths"
      case "init", "initializer", "initialisation", "initialization": "weights"
      case "eps", "ε": "epsilon"
      case "bias_std", "sigma_b": "bias_deviation"
      case "weight_std", "sigma_w": "weight_deviation"
      default: nil
      }
    if let ours, labels.contains(ours) { return ours }
    return Spelling.nearest(to: label, among: labels)
  }
}
