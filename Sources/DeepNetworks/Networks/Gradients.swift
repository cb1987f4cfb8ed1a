/// A backward pass: the gradients of every layer.
package struct Gradients: Sendable, Hashable {
  /// dJ/da of layers 0…L: `dA[0]` is dJ/dx.
  package let dA: VectorList
  /// dJ/dz of layer 1 first.
  package let dZ: VectorList
  /// dJ/du of layer 1 first, u = W a + b; dJ/dz where there is no norm.
  let dU: VectorList
  /// dJ/db of layer 1 first; it equals dJ/du, but where a mistake forgets it.
  package let dB: VectorList
  /// dJ/dW of layer 1 first, each dJ/du[l] · a[l−1]ᵀ: kept as the two vectors, rounded entry by
  /// entry in a number format.
  package let dW: WeightGradients

  /// dJ/da[layer], for layers 0…L.
  package func dA(_ layer: Int) -> Vector { dA[layer] }

  /// dJ/dz[layer], for layers 1…L.
  package func dZ(_ layer: Int) -> Vector { dZ[layer - 1] }

  /// dJ/dW[layer], for layers 1…L; width of layer × width of layer − 1.
  package func dW(_ layer: Int) -> Matrix { dW[layer - 1] }

  /// dJ/db[layer], for layers 1…L.
  package func dB(_ layer: Int) -> Vector { dB[layer - 1] }
}
