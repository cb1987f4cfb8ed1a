import DeepNetworks
import Testing

/// What is impossible is an error with a sentence; nothing traps.
struct NetworkErrorTests {
  private func message(_ body: () throws -> Void) -> String {
    do {
      try body()
      return "no error"
    } catch {
      return "\(error)"
    }
  }

  private let wide = Matrix.outer(.ones(3), .ones(2))

  @Test("schedules, patience and scales that cannot be")
  func trainings() {
    for (parameter, value, sentence) in [
      (
        NetworkError.Parameter.decay, -1.0,
        "The weight decay is -1.0; it must be a finite number, 0 or more."
      ),
      (
        .rateFactor, -2,
        "The factor of the schedule is -2.0; it must be a finite number, 0 or more."
      ),
      (
        .scheduleSteps, 0,
        "The number of steps between two changes of the rate is 0.0; it must be 1 or more."
      ), (.patience, 0, "The patience is 0.0; it must be 1 or more."),
      (
        .scaleSteps, 0,
        "The number of steps before the loss scale grows is 0.0; it must be 1 or more."
      ),
    ] {
      #expect("\(NetworkError.parameter(parameter, value: value))" == sentence)
    }
    #expect(
      "\(NetworkError.split(share: 1, samples: 4))"
        == "A share of 1.0 of 4 samples leaves nothing for one of two parts. Take a share between 0 and 1, "
        + "such as 0.5."
    )
  }

  @Test("networks that cannot be")
  func networks() throws {
    let two = try Matrix.identity(2)
    #expect(
      message { _ = try Network(repeating: two, depth: 0) }
        == "A network of depth 0 has no layers; the depth is 1 or more."
    )
    #expect(
      message { _ = try Network(repeating: two, depth: -1) }
        == "A network of depth -1 has no layers; the depth is 1 or more."
    )
    #expect(
      message { _ = try Network(repeating: two, depth: Int.max) }
        == "A network of depth 9223372036854775807 is too deep for fathom; "
        + "the depth is 2147483648 at most."
    )
    #expect(
      message { _ = try Network(weights: []) }
        == "A network of depth 0 has no layers; the depth is 1 or more."
    )
    #expect(
      message { _ = try Network(weights: [two, wide, wide]) }
        == "W[3] is 3 × 2 and takes a vector of 2; a[2] has 3."
    )
    #expect(
      message { _ = try Network(repeating: wide, depth: 5) }
        == "W[2] is 3 × 2 and takes a vector of 2; a[1] has 3."
    )
    #expect(
      message { _ = try Network(repeating: two, depth: 7, last: .identity(3)) }
        == "W[7] is 3 × 3 and takes a vector of 3; a[6] has 2."
    )
    #expect(
      message { _ = try Network(repeating: two, depth: 3, bias: .ones(1)) }
        == "b[1] has 1 entry; z[1] has 2."
    )
    #expect(
      message { _ = try Network(weights: [two, two], biases: [nil]) }
        == "There are 1 biases for 2 layers; give one for each layer, or none."
    )
    #expect(
      message { _ = try Network(repeating: .scaledIdentity(1, 0), depth: 1) }
        == "A matrix needs at least one row and one column."
    )
    #expect(
      message { _ = try Network(initialization: .lecun, widths: [3], seed: 1) }
        == "A network needs at least two widths: that of the input and that of layer 1."
    )
    #expect(
      message { _ = try Network(initialization: .lecun, widths: [3, 0], seed: 1) }
        == "Layer 1 would have width 0; a width is 1 or more."
    )
    #expect(
      message {
        _ = try Network(initialization: .gaussian(gain: .nan), widths: [3, 3], seed: 1)
      } == "The gain is nan; it must be a finite number."
    )
    #expect(
      message {
        _ = try Network(
          initialization: .lecun,
          widths: [3, 3],
          biasStandardDeviation: -1,
          seed: 1
        )
      } == "The standard deviation of the biases is -1.0; it must be a finite number, 0 or more."
    )
  }

  @Test("passes that cannot be")
  func passes() throws {
    let net = try Network(repeating: .scaledIdentity(Extended(2), 2), depth: 3)
    #expect(
      message { _ = try net.forward(.ones(3)) }
        == "The network takes a vector of 2; this one has 3."
    )
    let forward = try net.forward(.ones(2))
    #expect(
      message { _ = try net.backward(forward, loss: .squaredError(target: .ones(1))) }
        == "The target has 1 entry; the output ŷ has 2."
    )
    let other = try Network(repeating: .scaledIdentity(Extended(2), 2), depth: 4)
    #expect(
      message { _ = try other.backward(forward, loss: .sum) }
        == "This forward pass has 3 layers, the network 4: "
        + "gradients need the pass of the same network."
    )
    #expect(
      message { _ = try Loss.crossEntropy(class: 3, of: 3) }
        == "Class 3 is not among the 3 classes, which are counted from 0."
    )
    let huge = Extended(2).power(integer: 1 << 39)
    let explosive = try Network(repeating: .scaledIdentity(huge, 1), depth: 5)
    #expect(
      message { _ = try explosive.forward(.ones(1)) }
        == "At layer 3: This number is larger than 2^(2^40), about 10^330985980541: "
        + "beyond what fathom computes with."
    )
    let vanishing = try Network(repeating: .scaledIdentity(.one / huge, 1), depth: 5)
    #expect(
      message { _ = try vanishing.forward(.ones(1)) }
        == "At layer 3: This number is nearer to zero than 2^-(2^40), about 10^-330985980541: "
        + "beyond what fathom computes with."
    )
    let long = try Network(repeating: .identity(2), depth: 1 << 31)
    #expect(
      message { _ = try long.forward(.ones(2)) }
        == "This would take 524300 MiB of memory; at most 8192 MiB are allowed. "
        + "Take a smaller width or depth."
    )
    #expect(
      message {
        _ = try Initialization.lecun.matrix(fanOut: 1 << 20, fanIn: 1 << 20, seed: 1, layer: 1)
      } == "This would take 8.389e6 MiB of memory; at most 8192 MiB are allowed. "
        + "Take a smaller width or depth."
    )
    #expect(
      message {
        _ = try Initialization.lecun.matrix(fanOut: 2, fanIn: 2, seed: 1, layer: -1)
      } == "Layer -1 has no weights of its own; layers are counted from 0 to 4294967295."
    )
  }

  @Test("matrices and vectors that do not fit")
  func shapes() throws {
    #expect(
      message { _ = try wide * wide }
        == "The product needs as many columns on the left as rows on the right; "
        + "these are 3 × 2 and 3 × 2."
    )
    #expect(
      message { _ = try wide * Vector.ones(3) }
        == "A 3 × 2 matrix takes a vector of 2; this one has 3."
    )
    #expect(
      message { _ = try wide + wide.transposed }
        == "A sum needs matrices of one shape; these are 3 × 2 and 2 × 3."
    )
    #expect(
      message { _ = try wide - wide.transposed }
        == "A difference needs matrices of one shape; these are 3 × 2 and 2 × 3."
    )
    #expect(
      message { _ = try Vector.ones(2) + .ones(1) }
        == "A sum needs vectors of one length; these have 2 and 1 entry."
    )
    #expect(
      message { _ = try Vector.ones(2).dot(.ones(3)) }
        == "A dot product needs vectors of one length; these have 2 and 3 entries."
    )
    #expect(
      message { _ = try Vector.ones(2).hadamard(.ones(3)) }
        == "A product of entries needs vectors of one length; these have 2 and 3 entries."
    )
    #expect(
      message { _ = try wide.power(2) }
        == "A 3 × 2 matrix is not square: it has no power, no inverse and no trace."
    )
    #expect(
      message { _ = try wide.trace() }
        == "A 3 × 2 matrix is not square: it has no power, no inverse and no trace."
    )
    #expect(
      message { _ = try Matrix.rows([[1.0, 2], [2, 4]]).power(-1) }
        == "The matrix is singular: it has no inverse and no negative power."
    )
    #expect(
      message { _ = try Matrix.scaledIdentity(0, 2).power(-1) }
        == "The matrix is singular: it has no inverse and no negative power."
    )
    #expect(
      message { _ = try Matrix.rows([[1.0, 2], [3]]) }
        == "Row 2 has 1 entry, but row 1 has 2; all rows are of one length."
    )
    #expect(
      message { _ = try Matrix.rows([[Double]]()) }
        == "A matrix needs at least one row and one column."
    )
    #expect(
      message { _ = try DenseMatrix(rows: 2, columns: 2, values: [1]) }
        == "A matrix that is 2 × 2 needs its number of entries, rows times columns; there are 1."
    )
    #expect(
      message { _ = try DenseMatrix(rows: .max, columns: .max, values: []) }
        .hasPrefix("A matrix that is 9223372036854775807")
    )
  }

  @Test("what would not fit into memory is refused, not tried")
  func memory() throws {
    let large = Vector.ones(100_000)
    let outer = Matrix.outer(large, large)
    let identity = try Matrix.identity(100_000)
    #expect(message { _ = try outer + identity }.hasPrefix("This would take "))
    #expect(message { _ = try outer - identity }.hasSuffix("Take a smaller width or depth."))
    let net = try Network(repeating: outer, depth: 3)
    #expect(try net.forward(large).output[0] == Extended(100_000).power(integer: 3))
    #expect(throws: NetworkError.self) { try net.forward(large, format: .float32) }
    #expect(outer.maximum() == 1 && outer.sum() == Extended(100_000).power(integer: 2))
  }

  @Test("odd inputs run through without a trap")
  func oddInputs() throws {
    let odd: [Extended] = [
      .nan, .infinity, -.infinity, .zero, Extended(Double.leastNonzeroMagnitude),
      Extended(2).power(integer: 1 << 40),
    ]
    for value in odd {
      for activation in [Activation.linear, .relu, .tanh, .sigmoid, .leakyReLU(slope: .nan)] {
        _ = activation.value(value)
        _ = activation.derivative(at: value)
        for format in NumberFormat.allCases {
          let net = try Network(
            repeating: .scaledIdentity(value, 2),
            depth: 3,
            bias: Vector([value, 1]),
            activation: activation
          )
          let forward = try net.forward(Vector([value, 2]), format: format)
          _ = forward.firstLayers
          let target = Vector([value, 0])
          for loss in [Loss.sum, .squaredError(target: target), .crossEntropy(target: target)] {
            _ = try net.backward(forward, loss: loss)
          }
        }
        let dense = Matrix.outer(Vector([value, 1]), Vector([1, value]))
        let net = try Network(repeating: dense, depth: 3, activation: activation)
        if let forward = try? net.forward(Vector([value, 1])) {
          _ = try? net.backward(forward, loss: .crossEntropy(target: Vector([1.0, 0])))
        }
      }
      _ = try? (value.decimal(digits: 400), value.exp(), value.power(value), value.sin())
      _ = (value.sigmoid(), value.erf(), value.log(), value.round())
      _ = (value.integer, value.double, value.isInteger, value.floor(), value.log10(), value.log2())
    }
  }
}
