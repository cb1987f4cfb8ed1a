import TerminalText
import Testing

/// Which name somebody meant.
@Suite("Spelling")
struct SpellingTests {
  static let names = ["plot", "table", "network", "norm", "rms", "activations", "x", "gain", "s"]

  static let meant: [(String, String?)] = [
    ("ploy", "plot"), ("polt", "plot"), ("pot", "plot"), ("plots", "plot"), ("Plot", "plot"),
    ("netwrok", "network"), ("newtork", "network"), ("networks", "network"), ("gian", "gain"),
    ("activation", "activations"), ("actvtns", nil), ("nrm", "norm"), ("rsm", "rms"), ("rm", "rms"),
    // A name of one letter is near every other; that helps nobody.
    ("y", nil), ("S", "s"), ("q", nil), ("xy", "x"), ("", nil), ("plot", nil), ("banana", nil),
    ("tbl", nil),
    ("tabel", "table"),
    (String(repeating: "a", count: 1000), nil),
  ]

  @Test("one slip in up to four letters, two in more", arguments: meant)
  func nearest(_ word: String, _ name: String?) {
    #expect(Spelling.nearest(to: word, among: Self.names) == name)
  }

  @Test("of equally near names the first")
  func first() {
    #expect(Spelling.nearest(to: "bat", among: ["cat", "hat"]) == "cat")
    #expect(Spelling.nearest(to: "bat", among: ["hat", "cat"]) == "hat")
  }
}
