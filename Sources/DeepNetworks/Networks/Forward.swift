/// A forward pass: the vectors of every layer.
package struct Forward: Sendable, Hashable {
  /// a[0] = x, a[1], … a[L] = ŷ.
  package let a: VectorList
  /// z of layer 1 first: `z[0]` is the lecture's z[1].
  package let z: VectorList
  /// u = W a + b before a layer's norm, layer 1 first; empty where there are no norms (then z is it).
  package let u: VectorList
  /// What W is applied to where norms stand before it, layer 1 first; else empty (then a is it).
  let inputs: VectorList
  /// a before the norms that stand after additions, layer 1 first; else empty (then a is it).
  let sums: VectorList
  /// By layer, what each unit was multiplied by where some were dropped.
  let drops: [Int: Vector]
  /// The number format in which every operation was rounded; nil in extended range.
  package let format: NumberFormat?
  /// Whether subnormal results of the format became zero.
  package let flushesToZero: Bool

  init(
    a: VectorList,
    z: VectorList,
    u: VectorList = VectorList([]),
    inputs: VectorList = VectorList([]),
    sums: VectorList = VectorList([]),
    drops: [Int: Vector] = [:],
    format: NumberFormat? = nil,
    flushesToZero: Bool = false
  ) {
    self.a = a
    self.z = z
    self.u = u
    self.inputs = inputs
    self.sums = sums
    self.drops = drops
    self.format = format
    self.flushesToZero = flushesToZero
  }

  package var depth: Int { z.count }

  /// ŷ = a[L].
  package var output: Vector { a[a.count - 1] }

  /// a[layer], for layers 0…L.
  package func a(_ layer: Int) -> Vector { a[layer] }

  /// What W[layer] is applied to, for layers 1…L: a[layer − 1], or what a norm makes of it.
  package func input(_ layer: Int) -> Vector {
    inputs.isEmpty ? a[layer - 1] : inputs[layer - 1]
  }

  /// The inputs of the layers 1…L, in this order.
  var enteringList: VectorList { inputs.isEmpty ? a : inputs }

  /// a[layer] before the norm that may stand after the addition, for layers 1…L.
  func sum(_ layer: Int) -> Vector { sums.isEmpty ? a[layer] : sums[layer - 1] }

  /// z[layer], for layers 1…L.
  package func z(_ layer: Int) -> Vector { z[layer - 1] }

  /// u[layer] = W a + b, for layers 1…L; z[layer] where the layer has no norm.
  package func u(_ layer: Int) -> Vector { u.isEmpty ? z[layer - 1] : u[layer - 1] }
}
