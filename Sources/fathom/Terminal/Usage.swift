import ArgumentParser

/// What was asked for cannot be done as it was asked.
enum Usage {
  /// Makes what goes wrong an error of usage, exit status 2.
  static func checked<Result>(_ body: () throws -> Result) throws -> Result {
    do {
      return try body()
    } catch {
      throw ValidationError("\(error)")
    }
  }
}
