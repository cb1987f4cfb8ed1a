import Notebooks

/// The learner's definitions in the order in which they can be taken back.
///
/// A copy takes no time, and no change looks at them all.
struct Undoables: Sendable {
  /// A definition of the learner, and what it took the place of.
  struct Undoable: Sendable {
    let name: String
    /// What stood there before.
    let before: Definition?
    fileprivate let number: Int
  }

  private var top: Entry?
  /// How many there were ever.
  private var number = 0
  /// For each name that the lesson took over, how many there were by then.
  private var dropped: [String: Int] = [:]

  /// One of them, on those before it, which copies share.
  private final class Entry: Sendable {
    let undoable: Undoable
    /// Changed where an entry ends, and nowhere else.
    private(set) nonisolated(unsafe) var below: Entry?

    init(_ undoable: Undoable, on below: Entry?) {
      self.undoable = undoable
      self.below = below
    }

    /// Ends those below that nobody else has one after another: each within the end of the one above
    /// it, many would need more stack than there is.
    deinit {
      var next = below
      below = nil
      while isKnownUniquelyReferenced(&next) {
        let rest = next?.below
        next?.below = nil
        next = rest
      }
    }
  }

  mutating func push(_ name: String, before: Definition?) {
    let undoable = Undoable(name: name, before: before, number: number)
    top = Entry(undoable, on: top)
    number += 1
  }

  /// Whether there is one.
  var hasAny: Bool {
    var copy = self
    return copy.pop() != nil
  }

  /// The last one; nil where there is none.
  mutating func pop() -> Undoable? {
    while let last = top {
      top = last.below
      if last.undoable.number >= dropped[last.undoable.name] ?? 0 { return last.undoable }
    }
    return nil
  }

  /// The names of the last ones, the latest first.
  func latest(_ count: Int) -> [String] {
    var names: [String] = []
    var next = top
    for _ in 0..<count {
      guard let entry = next else { break }
      names.append(entry.undoable.name)
      next = entry.below
    }
    return names
  }

  /// No definition of a name can be taken back any more.
  mutating func drop(_ name: String) { dropped[name] = number }
}
