import Synchronization

/// What follows from the value that it is a part of, worked out when it is first asked for.
///
/// So it is the same in any two that are equal, and says nothing of its own.
struct Remembered<Value: Sendable>: Sendable, Hashable {
  private final class Box: Sendable {
    let value = Mutex<Value?>(nil)
  }

  private let box = Box()

  func value(_ make: () -> Value) -> Value {
    box.value.withLock { value in
      if let value { return value }
      let made = make()
      value = made
      return made
    }
  }

  static func == (left: Remembered, right: Remembered) -> Bool { true }

  func hash(into hasher: inout Hasher) {}
}
