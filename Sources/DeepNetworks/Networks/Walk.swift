import Synchronization

/// The layers that passes with one key have walked so far.
final class Walk: Sendable {
  /// a[0], a[1], … and z[1], ….
  private let layers: Mutex<Network.Layers>

  init(from x: Vector) {
    layers = Mutex(Network.Layers(a: [x]))
  }

  fileprivate func read<Result>(_ body: (Network.Layers) -> sending Result) -> sending Result {
    layers.withLock { body($0) }
  }

  /// Appends those of some layers, which begin at one, that are not there yet.
  fileprivate func append(_ new: Network.Layers, from first: Int, _ work: SharedWork) {
    layers.withLock { layers in
      let known = layers.a.count
      guard known >= first, known - first < new.a.count else { return }
      let bytes = new.a[(known - first)...].reduce(0) { $0 + 2 * (Walk.perVector + 16 * $1.count) }
      guard work.takes(bytes: bytes) else { return }
      layers.a += new.a[(known - first)...]
      layers.z += new.z[(known - first)...]
    }
  }

  /// Bytes of a vector besides its entries.
  static let perVector = 128
}

/// A walk as one pass sees it.
struct SharedWalk {
  let walk: Walk
  /// The pass has so many layers in common with it.
  let most: Int
  let work: SharedWork

  /// The last layer that is known and the pass has, and a of it.
  var last: (layer: Int, a: Vector) {
    walk.read { layers in
      let layer = min(most, layers.a.count - 1)
      return (layer, layers.a[layer])
    }
  }

  /// The layers that are known.
  var begun: Network.Layers {
    walk.read { layers in
      let count = min(most, layers.a.count - 1)
      return Network.Layers(a: Array(layers.a.prefix(count + 1)), z: Array(layers.z.prefix(count)))
    }
  }

  /// Keeps what the pass has walked from a layer on.
  func keep(_ new: Network.Layers, from first: Int) {
    var shared = new
    let surplus = max(0, first + new.a.count - 1 - most)
    shared.a.removeLast(min(surplus, shared.a.count))
    shared.z.removeLast(min(surplus, shared.z.count))
    walk.append(shared, from: first, work)
  }
}
