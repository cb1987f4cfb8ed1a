extension Network {
  package var inputWidth: Int { width(of: 0) }
  package var outputWidth: Int { width(of: depth) }

  /// The number of entries of a[layer], for layers 0…L; 0 outside.
  package func width(of layer: Int) -> Int {
    guard layer >= 0, layer <= depth else { return 0 }
    switch widths {
    case .equal(let width, let last): return layer == depth ? last : width
    case .listed(let list): return list[layer]
    }
  }

  /// W[layer], for layers 1…L.
  ///
  /// A layer outside gives the nearest one's.
  ///
  /// *Shape*: width of layer × width of layer − 1. A random layer is drawn anew at each call.
  package func weights(_ layer: Int) -> Matrix {
    weights(layer) { _ in }
  }

  /// W[layer]; `checkpoint` is called now and then while a wide layer is drawn, with the share of it
  /// that is done.
  package func weights(
    _ layer: Int,
    checkpoint: (Double) throws -> Void
  ) rethrows -> Matrix {
    let layer = min(max(layer, 1), depth)
    switch weightSource {
    case .repeating(let matrix, let last): return layer == depth ? last : matrix
    case .listed(let list): return list[layer - 1]
    case .drawn(let initialization, let seed):
      return .dense(try draw(layer, initialization, seed, checkpoint: checkpoint).matrix)
    }
  }

  /// Whether a layer's weights were given and are few: it is computed in double-double.
  func isPrecise(_ layer: Int) -> Bool {
    func isFew(_ matrix: Matrix) -> Bool {
      matrix.rows * matrix.columns <= Network.mostPreciseEntries
    }
    switch weightSource {
    case .drawn: return false
    case .repeating(let matrix, let last): return isFew(layer == depth ? last : matrix)
    case .listed(let list): return isFew(list[layer - 1])
    }
  }

  /// 8 × 8: more than somebody writes by hand.
  private static let mostPreciseEntries = 64

  /// W[layer] where it is random, drawn and not multiplied by its factor yet; nil where it was given.
  func scaledDraw(
    _ layer: Int,
    checkpoint: (Double) throws -> Void
  ) rethrows -> ScaledDraw? {
    guard case .drawn(let initialization, let seed) = weightSource else { return nil }
    return try draw(layer, initialization, seed, checkpoint: checkpoint)
  }

  private func draw(
    _ layer: Int,
    _ initialization: Initialization,
    _ seed: UInt64,
    checkpoint: (Double) throws -> Void
  ) rethrows -> ScaledDraw {
    let key = drawKey(layer, initialization, seed)
    let draw =
      try sharing.work?.draw(key, checkpoint: checkpoint)
      ?? UnitDraw(key, checkpoint: checkpoint)
    return ScaledDraw(draw, times: initialization.factor(fanOut: key.rows, fanIn: key.columns))
  }

  /// Which matrix W[layer] is a multiple of, and its factor; nil where it was given.
  func draw(of layer: Int) -> (key: UnitDraw.Key, factor: Double)? {
    guard case .drawn(let initialization, let seed) = weightSource else { return nil }
    let key = drawKey(layer, initialization, seed)
    return (key, initialization.factor(fanOut: key.rows, fanIn: key.columns))
  }

  private func drawKey(
    _ layer: Int,
    _ initialization: Initialization,
    _ seed: UInt64
  ) -> UnitDraw.Key {
    let (rows, columns) = (width(of: layer), width(of: layer - 1))
    return initialization.unitDraw(rows, columns, seed: seed, layer: UInt32(clamping: layer))
  }

  /// b[layer], for layers 1…L; nil where there is none.
  package func bias(_ layer: Int) -> Vector? {
    guard layer >= 1, layer <= depth else { return nil }
    switch biasSource {
    case .none: return nil
    case .repeating(let vector, let last): return layer == depth ? last : vector
    case .listed(let list): return list[layer - 1]
    case .drawn(let deviation, let seed):
      let source = Random.Source(seed: seed, layer: UInt32(clamping: layer), kind: .bias)
      return Vector(source.normals(width(of: layer), scale: deviation) { _ in })
    }
  }
}
