import TestSupport

/// A way to get a statement wrong.
enum Slip: CaseIterable {
  case bracketDropped, operatorDropped, argumentsSwapped, valueReplaced, elsewhere, misspelt
  case labelOfElsewhere, labelsDropped, outOfRange, stray

  /// Whether what was meant is still the statement before the slip.
  var keepsMeaning: Bool {
    switch self {
    case .operatorDropped, .elsewhere, .misspelt, .labelOfElsewhere, .labelsDropped: true
    case .bracketDropped, .argumentsSwapped, .valueReplaced, .outOfRange, .stray: false
    }
  }

  /// The statement with the slip in it; nil where it has no place for one.
  func applied(to statement: String, _ random: inout SplitMix64) -> String? {
    switch self {
    case .bracketDropped: edited(statement, #/[()\[\]]/#, &random) { _, _ in "" }
    case .operatorDropped: edited(statement, #/ ?\* ?/#, &random) { _, _ in " " }
    case .argumentsSwapped:
      edited(statement, #/[A-Za-z0-9_.]+, [A-Za-z0-9_.]+/#, &random) { text, _ in
        text.split(separator: ", ").reversed().joined(separator: ", ")
      }
    case .valueReplaced:
      edited(statement, #/\b[0-9.]+\b|\b[a-zA-Z]\b/#, &random) { _, random in
        random.pick(["[1, 2, 3]", "[[1, 2], [3, 4]]", "\"text\"", "1...4", "tanh", "true", "xor()"])
      }
    case .elsewhere:
      random.pick(Self.foreign).applied(to: statement, &random)
    case .misspelt:
      edited(statement, #/[a-z_0-9]{4,}/#, &random) { word, random in
        var letters = Array(word)
        let place = Int.random(in: 1..<(letters.count - 1), using: &random)
        switch Int.random(in: 0..<3, using: &random) {
        case 0: letters.swapAt(place, place + 1)
        case 1: letters.insert(letters[place], at: place)
        default: letters.remove(at: place)
        }
        return String(letters)
      }
    case .labelOfElsewhere:
      edited(statement, #/(?:rate|steps|seed|depth|width|activation): /#, &random) {
        label,
        random in
        switch label.dropLast(2) {
        case "rate": random.pick(["lr: ", "learning_rate: ", "rat: "])
        case "steps": random.pick(["epochs: ", "step: ", "iterations: "])
        case "seed": random.pick(["random_state: ", "seeed: "])
        case "depth": random.pick(["layers: ", "dept: "])
        case "width": random.pick(["hidden: ", "widht: "])
        default: random.pick(["nonlinearity: ", "activaton: "])
        }
      }
    case .labelsDropped:
      edited(statement, #/, (?:rate|steps|seed|depth|width): /#, &random) { _, _ in ", " }
    case .outOfRange:
      edited(statement, #/\b[0-9.]+\b/#, &random) { _, random in
        random.pick(["-1", "0", "2.5", "1e400000000000", "1e9", "-3.5", "100"])
      }
    case .stray:
      edited(statement, #/[ ,)]/#, &random) { text, random in
        random.pick(["!", "%", "½", "µ", ";", "&", "√", "=", ":", "\"", " mod ", " x "]) + text
      }
    }
  }

  /// A spelling of another language.
  private struct Foreign: Sendable {
    let pattern: @Sendable () -> Regex<Substring>
    let spelt: @Sendable (String) -> String

    func applied(to statement: String, _ random: inout SplitMix64) -> String? {
      edited(statement, pattern(), &random) { text, _ in spelt(text) }
    }
  }

  private static let foreign: [Foreign] = [
    Foreign(pattern: { #/count\(/# }) { _ in "len(" },
    Foreign(pattern: { #/identity\(/# }) { _ in "np.eye(" },
    Foreign(pattern: { #/(?:relu|sigmoid|silu|gelu)\(/# }) {
      ["r": "ReLU(", "g": "GELU("][String($0.prefix(1))] ?? ($0 == "silu(" ? "swish(" : "expit(")
    },
    Foreign(pattern: { #/\b(?:sin|cos|exp|tanh|sqrt|norm|sum|mean|rms|max|min)\(/# }) {
      "np." + $0
    },
    Foreign(pattern: { #/\b(?:sin|cos|exp|tanh|sqrt|norm|sum|mean|rms)\([a-z0-9]+\)/# }) {
      $0.replacing("(", with: " ").replacing(")", with: "")
    },
    Foreign(pattern: { #/inverse\(/# }) { _ in "inv(" },
    Foreign(pattern: { #/singular_values\(/# }) { _ in "svd(" },
    Foreign(pattern: { #/condition_number\(/# }) { _ in "cond(" },
    Foreign(pattern: { #/diagonal\(/# }) { _ in "diag(" },
    Foreign(pattern: { #/log10\(/# }) { _ in "lg(" },
    Foreign(pattern: { #/^[a-zA-Z]+ = /# }) { $0.replacing(" = ", with: " := ") },
    Foreign(pattern: { #/[0-9]+\.[0-9]+/# }) { $0.replacing(".", with: ",") },
    Foreign(pattern: { #/ ?\* ?/# }) { _ in " times " },
    Foreign(pattern: { #/[0-9]\*[0-9]/# }) { $0.replacing("*", with: " x ") },
    Foreign(pattern: { #/ == /# }) { _ in " is " },
    Foreign(pattern: { #/\.\.\./# }) { _ in " to " },
    Foreign(pattern: { #/^(?:plot|histogram)/# }) { $0 == "plot" ? "graph" : "hist" },
    Foreign(pattern: { #/false|true/# }) { $0 == "true" ? "True" : "False" },
  ]
}

/// A statement with one place that fits the pattern changed; nil where none fits.
private func edited(
  _ statement: String,
  _ pattern: Regex<Substring>,
  _ random: inout SplitMix64,
  _ change: (String, inout SplitMix64) -> String
) -> String? {
  let places = statement.ranges(of: pattern)
  guard !places.isEmpty else { return nil }
  let place = random.pick(places)
  var changed = statement
  changed.replaceSubrange(place, with: change(String(statement[place]), &random))
  return changed == statement ? nil : changed
}
