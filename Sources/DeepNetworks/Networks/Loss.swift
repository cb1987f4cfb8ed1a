/// What a network's output is judged by.
package enum Loss: Sendable, Hashable {
  /// J = Σ ŷᵢ.
  case sum
  /// J = Σ cᵢ ŷᵢ.
  case product(Vector)
  /// J = ½ ‖ŷ − t‖².
  case squaredError(target: Vector)
  /// J = −Σ tᵢ ln pᵢ with p = softmax(ŷ): ŷ are logits, t probabilities that sum to 1.
  case crossEntropy(target: Vector)
  /// One for each of several samples.
  indirect case each([Loss])

  /// Those of so many samples: its own, or for each the same.
  ///
  /// *Throws*: `.lossCount`.
  package func losses(_ count: Int) throws(NetworkError) -> [Loss] {
    guard case .each(let list) = self else { return Array(repeating: self, count: count) }
    guard list.count == count else { throw .lossCount(list.count, samples: count) }
    return list
  }

  /// The cross-entropy against one right class, counted from 0.
  ///
  /// *Throws*: `.classIndex`.
  package static func crossEntropy(class index: Int, of count: Int) throws(NetworkError) -> Loss {
    guard count > 0, index >= 0, index < count else { throw .classIndex(index, count: count) }
    return .crossEntropy(target: Vector((0..<count).map { $0 == index ? 1.0 : 0.0 }))
  }

  /// J of an output.
  ///
  /// *Throws*: `.targetLength`.
  package func value(of output: Vector) throws(NetworkError) -> Extended {
    switch self {
    case .sum:
      return output.sum()
    case .product(let factors):
      try check(factors, output)
      return output.product(factors)
    case .squaredError(let target):
      try check(target, output)
      return output.adding(-target).sumOfSquares() * Extended(0.5)
    case .crossEntropy(let target):
      try check(target, output)
      return Softmax(output).crossEntropy(target)
    case .each:
      return try losses(1)[0].value(of: output)
    }
  }

  /// dJ/dŷ.
  ///
  /// *Throws*: `.targetLength`.
  package func gradient(at output: Vector) throws(NetworkError) -> Vector {
    switch self {
    case .sum:
      return .ones(output.count)
    case .product(let factors):
      try check(factors, output)
      return factors
    case .squaredError(let target):
      try check(target, output)
      return output.adding(-target)
    case .crossEntropy(let target):
      try check(target, output)
      return Softmax(output).gradient(target)
    case .each:
      return try losses(1)[0].gradient(at: output)
    }
  }

  private func check(_ target: Vector, _ output: Vector) throws(NetworkError) {
    guard target.count == output.count else {
      throw .targetLength(target.count, expected: output.count)
    }
  }
}

/// Softmax in extended range: eᵢ = e^(zᵢ − max z), S = Σ eᵢ, pᵢ = eᵢ/S.
///
/// A logit of -10 000 still has its probability, and 1 − pᵢ is summed from the others, so that a
/// network that is sure and right has a small gradient and not a zero one.
private struct Softmax {
  /// zᵢ − max z.
  private let distances: [Extended]
  private let weights: [Extended]
  private let total: Extended

  init(_ logits: Vector) {
    let top = logits.maximum()
    distances = logits.elements.map { $0 - top }
    weights = distances.map { $0.exponential() }
    total = weights.reduce(.zero, +)
  }

  /// −Σ tᵢ ln pᵢ = Σ tᵢ · ln S − Σ tᵢ (zᵢ − max z).
  func crossEntropy(_ target: Vector) -> Extended {
    var value = target.sum() * logTotal
    for (t, distance) in zip(target.elements, distances) where !t.isZero {
      value = value - t * distance
    }
    return value
  }

  /// ln S; where one weight is nearly all of it, ln(1 + r) = r − r²/2 … keeps the rest's digits.
  private var logTotal: Extended {
    guard let top = weights.firstIndex(of: .one) else { return total.log() }
    let rest = sumsOfOthers()[top]
    guard rest.exponent < -60 else { return total.log() }
    return rest - rest * rest * Extended(0.5)
  }

  /// pᵢ Σt − tᵢ = pᵢ (Σt − tᵢ) − tᵢ (1 − pᵢ).
  func gradient(_ target: Vector) -> Vector {
    let sum = target.sum()
    let others = sumsOfOthers()
    return Vector(
      weights.indices.map { i in
        let t = target[i]
        return (weights[i] * (sum - t) - t * others[i]) / total
      }
    )
  }

  /// Σ of all weights but the i-th, for each i, from sums on its left and right.
  private func sumsOfOthers() -> [Extended] {
    var sums = [Extended](repeating: .zero, count: weights.count)
    var left = Extended.zero
    for i in weights.indices {
      sums[i] = left
      left = left + weights[i]
    }
    var right = Extended.zero
    for i in weights.indices.reversed() {
      sums[i] = sums[i] + right
      right = right + weights[i]
    }
    return sums
  }
}
