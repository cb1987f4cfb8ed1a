/// A forward pass: the vectors of every layer.
package struct Forward: Sendable, Hashable {
  /// a[0] = x, a[1], … a[L] = ŷ.
  package let a: VectorList
  /// z of layer 1 first: `z[0]` is the lecture's z[1].
  package let z: VectorList
  /// u = W a + b before a layer's norm, layer 1 first; empty where there are no norms (then z is it).
  package let u: VectorList
  /// The number format in which every operation was rounded; nil in extended range.
  package let format: NumberFormat?
  /// Whether subnormal results of the format became zero.
  package let flushesToZero: Bool

  init(
    a: VectorList,
    z: VectorList,
    u: VectorList = VectorList([]),
    format: NumberFormat? = nil,
    flushesToZero: Bool = false
  ) {
    self.a = a
    self.z = z
    self.u = u
    self.format = format
    self.flushesToZero = flushesToZero
  }

  package var depth: Int { z.count }

  /// ŷ = a[L].
  package var output: Vector { a[a.count - 1] }

  /// a[layer], for layers 0…L.
  package func a(_ layer: Int) -> Vector { a[layer] }

  /// z[layer], for layers 1…L.
  package func z(_ layer: Int) -> Vector { z[layer - 1] }

  /// u[layer] = W a + b, for layers 1…L; z[layer] where the layer has no norm.
  package func u(_ layer: Int) -> Vector { u.isEmpty ? z[layer - 1] : u[layer - 1] }
}

/// A backward pass: the gradients of every layer.
package struct Gradients: Sendable, Hashable {
  /// dJ/da of layers 0…L: `dA[0]` is dJ/dx.
  package let dA: VectorList
  /// dJ/dz of layer 1 first.
  package let dZ: VectorList
  /// dJ/du of layer 1 first, u = W a + b; dJ/dz where there is no norm.
  package let dU: VectorList
  /// dJ/dW of layer 1 first, each dJ/du[l] · a[l−1]ᵀ: kept as the two vectors, rounded entry by
  /// entry in a number format.
  package let dW: WeightGradients

  /// dJ/db of layer 1 first; it equals dJ/du.
  package var dB: VectorList { dU }

  /// dJ/da[layer], for layers 0…L.
  package func dA(_ layer: Int) -> Vector { dA[layer] }

  /// dJ/dz[layer], for layers 1…L.
  package func dZ(_ layer: Int) -> Vector { dZ[layer - 1] }

  /// dJ/dW[layer], for layers 1…L; width of layer × width of layer − 1.
  package func dW(_ layer: Int) -> Matrix { dW[layer - 1] }

  /// dJ/db[layer], for layers 1…L.
  package func dB(_ layer: Int) -> Vector { dU[layer - 1] }
}
