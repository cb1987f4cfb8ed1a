/// What a test waited for and did not get.
package struct NotSeen: Error, CustomStringConvertible {
  package let description: String

  package init(_ what: String, _ place: Place) { description = "\(place.text): \(what)" }

  /// The line of a test that waited.
  package struct Place: Sendable {
    let text: String

    package static func line(_ file: StaticString, _ line: UInt) -> Place {
      Place(text: "\(file):\(line)")
    }
  }
}
