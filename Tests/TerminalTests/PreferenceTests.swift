import TestSupport
import Testing

/// What `:set` sets lasts over sessions, on the screen alone.
@Suite struct PreferenceTests {
  private static let offer = "Figures are drawn in ASCII; :set charset braille makes them finer"

  @Test func aCharsetLastsAndIsOfferedOnce() throws {
    let fathom = try Fathom()
    let home = try fathom.start()
    #expect(home.text.contains(Self.offer))
    try home.enter(":set charset braille", "charset is braille from here on.")
    home.press("C-d")
    try home.wait("RC=0")
    let tour = try fathom.start("play tour")
    #expect(!tour.text.contains(Self.offer))
    try tour.enter(":go 2", "Turn it yourself")
    #expect(tour.history.contains { ("\u{2801}"..."\u{28FF}").contains($0) })
    let kept = fathom.transcript("tour")
    #expect(kept.contains("charset: ascii") && kept.contains("lesson> plot"))
    #expect(!kept.contains { ("\u{2801}"..."\u{28FF}").contains($0) })
    #expect(try fathom.run("replay", fathom.path("state/fathom/tour.transcript")).status == 0)
  }

  @Test func theFirstLessonOffersItOnItsFirstScreen() throws {
    let fathom = try Fathom()
    let screen = try fathom.start("play tour")
    #expect(screen.text.contains(Self.offer))
    screen.press("C-d")
    try screen.wait("RC=0")
    #expect(try !fathom.start("play scaling").text.contains(Self.offer))
    #expect(try !fathom.start("", ["LC_ALL": "C", "LANG": "C"]).text.contains(Self.offer))
  }

  @Test func columnsKeepToTheTerminalAgain() throws {
    let fathom = try Fathom()
    let screen = try fathom.start("play scaling")
    try screen.enter(":set columns 40", "columns is 40")
    try screen.enter("help plot", "Examples:")
    for line in screen.history.split(separator: "\n").drop(while: { !$0.contains("help plot") })
    where !line.contains(">") { #expect(line.count <= 40, "\(line)") }
    try screen.enter(":set columns auto", "columns is auto from here on")
    try screen.enter("help plot", "Examples:")
    #expect(screen.history.split(separator: "\n").contains { $0.count > 70 })
  }
}
