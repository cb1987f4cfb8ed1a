/// What a computation will take, estimated before it runs.
package struct Cost: Sendable, Hashable {
  /// Multiplications and additions, or as much time.
  package let operations: Double
  /// Bytes that are held at the same time at most.
  package let bytes: Double

  package init(operations: Double, bytes: Double) {
    self.operations = operations
    self.bytes = bytes
  }

  package static let none = Cost(operations: 0, bytes: 0)

  package static func + (left: Cost, right: Cost) -> Cost {
    Cost(
      operations: left.operations + right.operations,
      bytes: left.bytes + right.bytes
    )
  }
}
