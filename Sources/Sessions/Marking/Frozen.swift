import DeepNetworks
import Lessons
import Notebooks

/// A question's own parameters with the values that one learner has.
package struct Frozen: Sendable, Hashable {
  /// A parameter's value, as the author wrote it.
  package struct Entry: Sendable, Hashable {
    package var name: String
    package var text: String
  }

  package let entries: [Entry]

  /// The frozen values of a question for a learner.
  ///
  /// Without a learner there are no variants: each parameter has its first value. The draw is a
  /// hash of lesson, question, parameter, learner and class seed, never of the version, so a
  /// corrected key changes nobody's question.
  package init(_ question: Question, lesson: String, learner: Learner) {
    var entries = question.given.map { Entry(name: $0.name.value, text: $0.value.text) }
    for draw in question.vary {
      let values = draw.domain.texts
      let index: Int
      if let name = learner.name {
        let key = [lesson, question.id.value, draw.name.value, name, learner.classSeed]
        index = Int(StableHash.value(of: key) % UInt64(max(1, values.count)))
      } else {
        index = 0
      }
      entries.append(Entry(name: draw.name.value, text: values[index]))
    }
    self.entries = entries
  }

  package init(_ entries: [Entry]) { self.entries = entries }

  package var names: [String] { entries.map(\.name) }

  /// A notebook with these parameters and nothing else.
  var notebook: Notebook {
    var notebook = Notebook()
    for entry in entries {
      for case .success(let statement) in Parser.statements(of: "\(entry.name) = \(entry.text)") {
        // A number under a name that the lesson's reader has checked closes no circle.
        do { try notebook.define(statement) } catch { continue }
      }
    }
    return notebook
  }
}

/// Who plays: the name is a claim (design 5.2).
package struct Learner: Sendable, Hashable {
  package var name: String?
  package var classSeed: String

  package init(name: String? = nil, classSeed: String = "") {
    self.name = name
    self.classSeed = classSeed
  }
}

extension Draw.Domain {
  /// All values in order, as texts of the cell language.
  var texts: [String] {
    switch self {
    case .oneOf(let numbers): return numbers.map(\.text)
    case .range(let from, let through, let step):
      let lower = Extended(decimal: from.text) ?? .zero
      let upper = Extended(decimal: through.text) ?? .zero
      let whole = from.isInteger && through.isInteger
      let width =
        step.flatMap { Extended(decimal: $0.text) } ?? (whole ? .one : (upper - lower) / 100)
      guard !width.isZero, let count = ((upper - lower) / width + Extended(1e-6)).floor().integer,
        count >= 0
      else { return [from.text] }
      return (0...min(count, 10_000)).map { Rendering.number(lower + width * Extended($0)) }
    }
  }
}

/// A hash that is the same on every machine and in every version.
enum StableHash {
  /// FNV-1a over the parts with a separator, then a finaliser that spreads the low bits.
  static func value(of parts: [String]) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for part in parts {
      for byte in Array(part.utf8) + [0x1F] {
        hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3
      }
    }
    hash = (hash ^ (hash >> 30)) &* 0xBF58_476D_1CE4_E5B9
    hash = (hash ^ (hash >> 27)) &* 0x94D0_49BB_1331_11EB
    return hash ^ (hash >> 31)
  }

  /// An order of things that depends on the parts alone: their indices, shuffled.
  static func order(_ count: Int, _ parts: [String]) -> [Int] {
    (0..<count).sorted { value(of: parts + ["\($0)"]) < value(of: parts + ["\($1)"]) }
  }
}
