import Synchronization

/// What many passes of networks have in common, done once: random matrices before their factor, and
/// the first layers of networks that are others' beginnings.
///
/// What is asked for a second time is kept, so that draws nobody needs again cost little memory: draws
/// up to `mostBytes`, layers up to the same; the first draws already when they are made, up to
/// `firstBytes`. No result depends on what is kept.
package final class SharedWork: Sendable {
  /// So many bytes of draws are kept, and as many of layers.
  package static let mostBytes = 1 << 27
  /// So many bytes of draws are kept before somebody asks for them again.
  static let firstBytes = 1 << 25
  /// So many draws and walks are told apart.
  private static let mostKeys = 1 << 17

  private struct Draws {
    var isClosed = false
    var asked: Set<UnitDraw.Key> = []
    var kept: [UnitDraw.Key: UnitDraw] = [:]
    var bytes = 0
  }

  private struct Walks {
    var isClosed = false
    var begun: [WalkKey: Walk] = [:]
  }

  /// A network applied to an input.
  package struct Pass: Sendable, Hashable {
    let network: Network
    let x: Vector

    /// The numbers that tell most passes apart.
    package func hash(into hasher: inout Hasher) {
      hasher.combine(network.depth)
      hasher.combine(x.count)
      if case .drawn(let initialization, let seed) = network.weightSource {
        hasher.combine(initialization)
        hasher.combine(seed)
      }
    }
  }

  /// Thrown by a pass that is noted and not made.
  private struct Noted: Error {}

  /// Whether passes end before their first layer, the first whose ŷ is asked for being noted.
  private let notes: Bool
  private let noted = Mutex(Pass?.none)
  /// ŷ of passes that were walked together.
  private let outputs = Mutex([Pass: Vector]())
  private let draws = Mutex(Draws())
  private let walks = Mutex(Walks())
  /// Bytes that layers may still take.
  private let room = Atomic(SharedWork.mostBytes)

  /// What its passes cost, in the order in which they are counted.
  package let costs = Mutex(SharedCosts())

  package init(notingPasses notes: Bool = false) { self.notes = notes }

  /// Forgets all that was kept, and keeps nothing from now on.
  package func close() {
    draws.withLock { $0 = Draws(isClosed: true) }
    walks.withLock { $0 = Walks(isClosed: true) }
    outputs.withLock { $0 = [:] }
  }

  /// The pass that was noted.
  package var pass: Pass? { noted.withLock { $0 } }

  /// ŷ of a pass, if it is known already.
  func output(of network: Network, from x: Vector) throws -> Vector? {
    let pass = Pass(network: network, x: x)
    guard notes else { return outputs.withLock { $0.isEmpty ? nil : $0[pass] } }
    noted.withLock { if $0 == nil { $0 = Pass(network: network.sharing(nil), x: x) } }
    throw Noted()
  }

  /// Keeps ŷ of a pass where there is room.
  func keep(_ output: Vector, of pass: Pass) {
    guard takes(bytes: Walk.perVector + 16 * output.count) else { return }
    outputs.withLock { $0[pass] = output }
  }

  /// The matrix of a key; `checkpoint` is called now and then while it is drawn.
  func draw(_ key: UnitDraw.Key, checkpoint: (Double) throws -> Void) rethrows -> UnitDraw {
    let (found, isAskedAgain) = draws.withLock { draws in
      if let found = draws.kept[key] { return (UnitDraw?.some(found), true) }
      if draws.asked.contains(key) { return (nil, true) }
      if !draws.isClosed, draws.asked.count < SharedWork.mostKeys { draws.asked.insert(key) }
      return (nil, false)
    }
    if let found { return found }
    let draw = try UnitDraw(key, checkpoint: checkpoint)
    let most = isAskedAgain ? SharedWork.mostBytes : SharedWork.firstBytes
    draws.withLock { draws in
      guard !draws.isClosed, draws.kept[key] == nil, draws.bytes + key.bytes <= most else { return }
      draws.kept[key] = draw
      draws.bytes += key.bytes
    }
    return draw
  }

  /// Whether nobody has asked for a matrix yet that would be kept.
  func isNew(_ key: UnitDraw.Key) -> Bool {
    draws.withLock { !$0.isClosed && !$0.asked.contains(key) }
  }

  /// The walk that a pass may begin with; nil where it shares none, or is the first to ask.
  func walk(of network: Network, from x: Vector) throws -> SharedWalk? {
    if notes { throw Noted() }
    guard let (key, layers) = WalkKey.of(network, from: x) else { return nil }
    return walks.withLock { walks in
      if let walk = walks.begun[key] { return SharedWalk(walk: walk, most: layers, work: self) }
      if !walks.isClosed, walks.begun.count < SharedWork.mostKeys {
        walks.begun[key] = Walk(from: x)
      }
      return nil
    }
  }

  /// Whether so many bytes of layers find room, which is taken then.
  func takes(bytes: Int) -> Bool {
    let left = room.subtract(bytes, ordering: .relaxed).newValue
    if left < 0 { room.add(bytes, ordering: .relaxed) }
    return left >= 0
  }
}
