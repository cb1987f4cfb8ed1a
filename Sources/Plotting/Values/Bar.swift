import TerminalText

/// A named value, drawn as a bar from zero.
package struct Bar: Sendable, Hashable {
  package var name: String
  package var value: Sample

  package init(name: String, value: Sample) {
    self.name = name
    self.value = value
  }
}

extension Bar {
  /// The same with its name spelt in ASCII.
  var spelledInASCII: Bar { Bar(name: TerminalText.spelledInASCII(name), value: value) }
}
