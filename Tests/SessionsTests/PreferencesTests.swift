import Plotting
import Sessions
import Testing

/// What somebody has set for every session.
@Suite("Preferences")
struct PreferencesTests {
  @Test("A line that sets something is kept, the last one for each setting; no other line is")
  func takes() {
    var preferences = Preferences("")
    for line in [":set charset braille", "  :set columns 60", ":set charset blocks"] {
      let isTaken = preferences.take(line)
      #expect(isTaken, "\(line)")
    }
    for line in ["s = 2", ":set", ":set columns", ":set columns 5", ":set colour red", ":show"] {
      let isTaken = preferences.take(line)
      #expect(!isTaken, "\(line)")
    }
    #expect(preferences.text == "columns 60\ncharset blocks\n")
    #expect(preferences.has("charset") && !preferences.has("figures"))
    #expect(Preferences(preferences.text) == preferences)
  }

  @Test("They go over what a session has set, and auto takes a number back")
  func applies() throws {
    var player = try Player(Texts.tour)
    player.type([":set columns 40", ":set figures text"])
    let own = player.session.settings
    #expect(Preferences("").applied(to: own) == own)
    let shown = Preferences("columns auto\ncharset braille\nrows 9\n").applied(to: own)
    #expect(shown.chosenColumns == nil && shown.chosenRows == 9)
    #expect(shown.charset == .braille && shown.figures == .text)
    // The session's own, of which its transcript is made, is what it was.
    #expect(player.session.settings == own && own.chosenColumns == 40)
  }

  @Test("What another version has set stays, and changes nothing here")
  func unknown() {
    var preferences = Preferences("theme dark\ncolumns 9999\n\n")
    let settings = Settings()
    #expect(preferences.applied(to: settings) == settings)
    _ = preferences.take(":set figures text")
    #expect(preferences.text == "theme dark\ncolumns 9999\nfigures text\n")
  }
}
