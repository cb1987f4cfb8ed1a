import Sessions
import TerminalText
import Testing

/// Text from lessons and learners reaches nobody's terminal with its controls.
@Suite("Controls")
struct SafetyTests {
  /// ESC and friends, bidirectional overrides, invisible tags.
  private static let hostile = [
    "\u{1B}[2J", "\u{1B}]0;title\u{7}", "\u{9B}31m", "\u{202E}abc", "\u{2066}x\u{2069}", "\u{200F}",
    "\u{8}\u{8}", "\r", "\u{7F}", "\u{E0041}", "\u{FEFF}", "\u{2028}", "\u{0}",
  ]

  private static func isRaw(_ text: String) -> Bool {
    text.unicodeScalars.contains { scalar in
      switch scalar.value {
      case 0x0A: false
      case 0..<0x20, 0x7F...0x9F, 0x200E...0x200F, 0x202A...0x202E, 0x2066...0x2069, 0x2028, 0xFEFF,
        0xE0000...0xE007F:
        true
      default: false
      }
    }
  }

  private static func check(_ player: Player, _ line: String, tabs: Bool = false) {
    for layout in [Layouts.pictures, Layouts.spoken] {
      for effect in player.effects {
        guard case .show(let shown) = effect else { continue }
        let text = shown.rendered(layout).plain
        #expect(
          !isRaw(tabs ? text.replacing("\t", with: "") : text),
          "\(neutralised(line)): \(neutralised(text))"
        )
      }
    }
  }

  @Test("At every prompt, in every place of a line")
  func lines() throws {
    let forms = [
      "@", "x@", "x = @", "\"@\"", "t = \"@\"", "plot rms(a) titled \"@\"", "rms(@)", "# @",
      "rms(\n# @\n[1])", "plot rms(\n# @\na)", "plot 2*rms(a) # @", "k = [1, # @\n2]", "? @",
      "help @",
      ":@", ":go @", ":answer @", ":show @", ":describe @", ":data @", ":point @", ":point value @",
      ":why @", ":note @",
      ":set @ 1", ":set columns @", ":set figures @", ":help @", ":next @", "@ = 1", "f@(x) = 1",
      "1@5", "a, @", "done @",
    ]
    for id in ["factor", "way", "why", "balance", "none"] {
      var beginning = try Player(Texts.tour)
      if id != "none" { beginning.enter(until: id) }
      for form in forms {
        for part in Self.hostile {
          var player = beginning
          player.type(form.replacing("@", with: part))
          Self.check(player, form, tabs: true)
        }
      }
    }
  }

  @Test("What was entered stays harmless in everything that shows it later")
  func later() throws {
    let commands = [
      ":notebook", ":why k", ":show", ":describe", ":data", ":run", ":steps", ":score", ":undo",
      ":undo", ":mine", ":reset",
    ]
    let beginning = try Player(Texts.tour)
    for part in Self.hostile {
      for entered in [
        "k = [1, # @\n2]", "k = \"@\"", "k = rms(\n# @\na[1])", "plot rms(a) titled \"@\"",
        "plot rms(\n# @\na)", "table rms(\n# @\na) at 1, 2",
      ] {
        var player = beginning
        player.type(entered.replacing("@", with: part))
        for command in ["k", "s = 2"] + commands {
          player.type(command)
          Self.check(player, entered + " " + command, tabs: command == ":data")
        }
      }
    }
  }

  @Test("A lesson's text, where the format lets controls through at all")
  func lessons() throws {
    for part in ["\u{202E}", "\u{2066}", "\u{200F}", "\u{E0041}", "\u{FEFF}x"] {
      let text = Texts.tour.replacing("Each layer", with: "Each \(part) layer")
        .replacing("each layer's factor", with: "each \(part) factor")
        .replacing("A little more", with: "A little \(part) more")
        .replacing("By what factor", with: "By what \(part) factor")
        .replacing("How many matrices", with: "How \(part) many")
        .replacing("Five of them", with: "Five \(part) of them")
        .replacing("That counts", with: "That \(part) counts")
        .replacing("Nowhere.", with: "No\(part)where.")
        .replacing("x = [1, 1]", with: "x = [1, 1] # \(part)")
        .replacing("It multiplies", with: "It \(part) multiplies")
      // A lesson with such a sign may also be refused; then nothing of it is played.
      guard let parsed = try? lesson(text) else { continue }
      var player = Player(parsed)
      Self.check(player, "begin")
      for line in [
        "", "3", "", "", "s^L", ":hint", "1.5^5", ":skip", ":steps", "", "", "", "c", "", "x", "",
        ":notebook", ":go 99", "", "", "", "", "", "", "", "", "",
      ] {
        player.type(line)
        Self.check(player, line)
      }
      #expect(player.session.place == .after)
    }
  }

  @Test("Lines fit the columns at 40, 80 and 132, whatever is typed; none ends in blanks")
  func widths() throws {
    for columns in [40, 80, 132] {
      var player = try Player(Texts.tour)
      for line in [
        ":set columns \(columns)", ":help", ":steps", ":notebook", "", "", "3", "", ":answer",
        "s^L",
        ":hint", ":hint", ":hint", "rms(a[3])", "1,5", String(repeating: "xyz ", count: 60),
        String(repeating: "9", count: 400), ":score", ":" + String(repeating: "x", count: 300),
        ":skip", "s = 0.5", ":why a", ":go nowhere", ":go less", "", "c", "", "words", "", "done",
        "plot rms(a)", ":describe", "table rms(a)",
        "k = \"" + String(repeating: "y", count: 300) + "\"",
      ] {
        player.type(line)
        for effect in player.effects {
          guard case .show(let shown) = effect else { continue }
          for text in shown.rendered(player.session.settings.layout).lines {
            #expect(text.width <= columns, "\(columns): \(text.plain)")
            #expect(!text.plain.hasSuffix(" "), "\(text.plain)|")
          }
        }
      }
    }
  }
}
