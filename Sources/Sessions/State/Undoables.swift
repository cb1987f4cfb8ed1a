import Notebooks

/// The learner's definitions in the order in which they can be taken back.
///
/// A copy takes no time, and no change looks at them all.
struct Undoables: Sendable {
  /// A definition of the learner, and what it took the place of.
  indirect enum Undoable: Sendable {
    case new(name: String, number: Int)
    case replacing(Statement, name: String, number: Int)

    var name: String {
      switch self {
      case .new(let name, _), .replacing(_, let name, _): name
      }
    }

    /// What stood there before.
    var before: Statement? {
      switch self {
      case .new: nil
      case .replacing(let statement, _, _): statement
      }
    }

    fileprivate var number: Int {
      switch self {
      case .new(_, let number), .replacing(_, _, let number): number
      }
    }
  }

  private var stack = SharedMap<Int, Undoable>()
  /// How many there were ever.
  private var number = 0
  /// For each name that the lesson took over, how many there were by then.
  private var dropped: [String: Int] = [:]

  mutating func push(_ name: String, before: Statement?) {
    stack[stack.count] =
      before.map { .replacing($0, name: name, number: number) } ?? .new(name: name, number: number)
    number += 1
  }

  /// The last one; nil where there is none.
  mutating func pop() -> Undoable? {
    while let last = stack[stack.count - 1] {
      stack[stack.count - 1] = nil
      if last.number >= dropped[last.name] ?? 0 { return last }
    }
    return nil
  }

  /// No definition of a name can be taken back any more.
  mutating func drop(_ name: String) { dropped[name] = number }
}
