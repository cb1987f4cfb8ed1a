import Notebooks

extension Notebook {
  /// What a text comes to on these definitions, or why to nothing; the notebook stays as it is.
  func worked(_ text: String, _ meter: Meter) -> Result<Value, Failure> {
    Result { () throws(Failure) -> Value in try value(ofExpression: text, meter: meter) }
  }

  /// The same for an expression that was read before.
  func worked(
    _ expression: Expression,
    in source: Source,
    _ meter: Meter
  ) -> Result<Value, Failure> {
    Result { () throws(Failure) -> Value in try value(of: expression, in: source, meter: meter) }
  }
}
