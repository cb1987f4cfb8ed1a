/// Forward and backward passes of many inputs at once, in float64 without extended range.
///
/// All storage is made once: passes of the same size take it up again. Arrays are samples × width,
/// row-major. The bits are the same for any number of threads.
package struct Batch: Sendable {
  private let model: Model
  private var pass: BatchPass
  package let count: Int

  /// *Throws*: `.batch` for fewer than one sample, `.tooMuchMemory`, what `checkpoint` throws.
  package init(
    _ network: Network,
    count: Int,
    checkpoint: (Double) throws -> Void = { _ in }
  ) throws {
    guard count >= 1 else { throw NetworkError.batch(count, samples: 1) }
    let model = try Model(network, checkpoint: checkpoint)
    let entries = model.widths.reduce(0.0) { $0 + Double($1) } * Double(count)
    try network.checkMemory(Cost(operations: 0, bytes: 40 * entries))
    self.model = model
    self.count = count
    pass = BatchPass(model, count: count)
  }

  /// a[layer] of the last forward pass, for layers 0…L.
  package func activations(_ layer: Int) -> [Double] { pass.a(layer) }

  /// dJ/dW[layer] of the last backward pass, summed over the samples; fan-out × fan-in.
  package func weightGradient(_ layer: Int) -> [Double] { pass.dW(layer - 1) }

  /// dJ/db[layer] of the last backward pass; empty where the layer has no bias.
  package func biasGradient(_ layer: Int) -> [Double] { pass.dB(layer - 1) }

  /// ŷ of each input.
  ///
  /// *Throws*: `.entries` for a wrong count, what `checkpoint` throws.
  @discardableResult
  package mutating func forward(
    _ inputs: [Double],
    threads: Int = 1,
    checkpoint: () throws -> Void = {}
  ) throws -> [Double] {
    try check(inputs, width: model.widths[0])
    try pass.forward(model, inputs, on: Team(size: threads), checkpoint: checkpoint)
    return pass.a(model.depth)
  }

  /// dJ/dx of each input of the last forward pass, from dJ/dŷ.
  ///
  /// *Throws*: `.entries` for a wrong count, what `checkpoint` throws.
  @discardableResult
  package mutating func backward(
    from outputGradient: [Double],
    threads: Int = 1,
    checkpoint: () throws -> Void = {}
  ) throws -> [Double] {
    try check(outputGradient, width: model.widths[model.depth])
    return try pass.backward(
      model,
      from: outputGradient,
      on: Team(size: threads),
      checkpoint: checkpoint
    )
  }

  private func check(_ values: [Double], width: Int) throws(NetworkError) {
    guard values.count == count * width else {
      throw .entries(rows: count, columns: width, count: values.count)
    }
  }
}
