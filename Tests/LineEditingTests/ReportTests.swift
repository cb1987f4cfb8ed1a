import Foundation
import TestSupport
import Testing

/// Public reports from programs on libedit, by the numbers in this module's README.
@Suite struct ReportTests {
  @Test("report 1: a Unicode prompt crashes in a locale that cannot decode it")
  func report1() throws {
    for locale in ["C", "POSIX", "xx_XX.unknown"] {
      let screen = try Screen.probe("", ["LC_ALL": locale])
      try screen.enter("ŷ")
    }
  }

  @Test("report 2: libedit sends signals again, to the whole process group")
  func report2() throws {
    let probe = Screen.quoted(Programs.probe)
    let screen = try Screen(
      "sh -c 'trap \"echo parent hears\" INT TERM; '\(Screen.quoted(probe))'; echo left'",
      environment: Programs.environment()
    )
    try screen.wait("›")
    let process = try screen.process()
    kill(process, SIGINT)
    try screen.wait("interrupted")
    kill(process, SIGTERM)
    try screen.wait("left")
    #expect(!screen.text.contains("parent hears"))
  }

  @Test("report 3: recalled lines are padded with spaces instead of ended")
  func report3() throws {
    let folder = try Folder()
    let path = try folder.file("history", "\"one\\ntwo\\nthree\"\n")
    let screen = try Screen.probe("--history \(path)")
    screen.press("Up")
    // joined as a terminal joins wrapped rows when one copies them
    try screen.wait("three rows") { _ in
      screen.tmux("capture-pane", "-p", "-J").contains("ŷ› one\ntwo\nthree\n")
    }
  }

  @Test("report 4: a recalled entry of many lines is drawn wrongly at the bottom of the screen")
  func report4() throws {
    let screen = try Screen.probe("", rows: 8)
    screen.paste("1st\n2nd\n3rd\n4th")
    try screen.wait("4th")
    screen.press("Enter")
    try screen.wait("got <1st")
    try screen.waitForPrompt()
    for _ in 1...4 { try screen.enter("x") }
    screen.press("Up", "Up")
    try screen.wait("the entry") { $0.hasSuffix("ŷ› 1st\n2nd\n3rd\n4th") }
    screen.press("Up", "Up", "Down", "!", "Enter")
    try screen.wait("got <1st⏎2nd⏎3rd!⏎4th>")
  }

  @Test("report 5: the second resize kills, and Ctrl-C after it")
  func report5() throws {
    let screen = try Screen.probe()
    screen.type("abc")
    try screen.wait("abc")
    for columns in [70, 50, 90, 60] { screen.resize(columns: columns, rows: 20) }
    screen.press("C-c")
    try screen.wait("interrupted")
    try screen.waitForPrompt()
    try screen.enter("alive")
  }

  @Test("report 6: text cannot be put into the line beforehand")
  func report6() throws {
    let terminal = try PseudoTerminal(environment: Programs.environment())
    try terminal.wait("›")
    terminal.send("\u{1B}[200~edit a\tb = ŷ\u{1B}[201~\r")
    try terminal.wait("b = ŷ")
    try terminal.wait("b = ŷ")
    terminal.send("2\r")
    try terminal.wait("got <a⇥b = ŷ2>")
  }

  @Test("report 7: a history file is refused after it was trimmed")
  func report7() throws {
    let folder = try Folder()
    let path = try folder.file("history", (1...9).map { "\"entry \($0)\"\n" }.joined())
    for _ in 1...2 {
      let screen = try Screen.probe("--history \(path) --limit 3")
      screen.press("Up", "Up", "Up")
      try screen.wait("› entry 7")
      #expect(!screen.text.contains("problem"))
    }
  }

  @Test("reports 8 and 9: spaces stand as \\040 in the history file")
  func reports8And9() throws {
    let folder = try Folder()
    let path = try folder.file("history")
    let screen = try Screen.probe("--history \(path)")
    try screen.enter("two words")
    #expect(try String(contentsOfFile: path, encoding: .utf8) == "\"two words\"\n")
  }

  @Test("report 10: a history that cannot be saved is lost without a word")
  func report10() throws {
    let folder = try Folder()
    let screen = try Screen.probe("--history \(folder.path)", columns: 200)
    try screen.wait("problem: The history '\(folder.path)' cannot be read: Is a directory.")
    try screen.enter("a")
    try screen.wait("problem: The history '\(folder.path)' cannot be written: Is a directory.")
    let other = try Screen.probe("--history \(folder.path)/none/history", columns: 200)
    try other.enter("a")
    try other.wait("cannot be written: No such file or directory.")
  }

  @Test("report 11: a TAB in a paste completes")
  func report11() throws {
    let terminal = try PseudoTerminal(environment: Programs.environment())
    try terminal.wait("›")
    terminal.send("\u{1B}[200~pa\t= 1\u{1B}[201~\r")
    try terminal.wait("got <pa⇥= 1>")
  }

  @Test("reports 12 and 13: colours in the prompt are lost, or put the cursor elsewhere")
  func reports12And13() throws {
    let screen = try Screen.probe("--colored")
    try screen.wait("the cursor behind the prompt") { _ in screen.cursor == "3,1" }
    #expect(screen.tmux("capture-pane", "-p", "-e").contains("\u{1B}[1m\u{1B}[36mŷ›"))
    screen.type("abc")
    screen.press("Home", "x", "End")
    try screen.wait("› xabc")
    try screen.wait("the cursor at the end") { _ in screen.cursor == "7,1" }
    screen.press("Enter")
    try screen.wait("got <xabc>")
    let bare = try Screen.probe("--colored-to-the-end")
    try bare.enter("abc")
    #expect(!bare.tmux("capture-pane", "-p", "-e").contains("[36mabc"))
  }

  @Test("reports 14 and 16: narrow and wide calls are mixed")
  func reports14And16() throws {
    let screen = try Screen.probe()
    try screen.enter("é ŷ \u{868} 世界")
    #expect(!screen.text.contains("\\U+"))
    let sources = Repository.url("Sources/CLibEdit")
    let files = try FileManager.default.contentsOfDirectory(atPath: sources.path)
      .filter { $0.hasSuffix(".c") }
    #expect(files.count > 10)
    let narrow = /\b(el_getc|el_gets|el_push|el_line|el_insertstr|el_deletestr|el_set|el_get)\(/
    for file in files {
      let text = try String(contentsOf: sources.appendingPathComponent(file), encoding: .utf8)
      #expect(text.firstMatch(of: narrow) == nil, "\(file)")
    }
  }

  @Test("report 15: the cursor is placed by bytes instead of columns")
  func report15() throws {
    let screen = try Screen.probe()
    screen.type("hé世ŷ")
    try screen.wait("columns") { _ in screen.cursor == "8,1" }
    screen.press("Left", "Left")
    try screen.wait("columns") { _ in screen.cursor == "5,1" }
    screen.press("BSpace", "Enter")
    try screen.wait("got <h世ŷ>")
  }

  @Test("report 17: Ctrl-C is ignored while candidates are shown")
  func report17() throws {
    let screen = try Screen.probe()
    screen.press("Tab")
    try screen.wait("résumé  ŷ in words\nŷ›")
    screen.press("C-c")
    try screen.wait("interrupted")
    try screen.waitForPrompt()
  }

  @Test("reports 18 and 19: an .editrc with comments and mistakes; Ctrl-R is bound")
  func reports18And19() throws {
    let folder = try Folder()
    _ = try folder.file(
      ".editrc",
      "# a comment\nbind ^[b no-such-command\nbind\\\nnonsense\nbind \"^X\" \"\n"
    )
    let path = try folder.file("history", "\"needle\"\n\"hay\"\n")
    let screen = try Screen.probe("--history \(path)", ["HOME": folder.path])
    screen.press("C-r")
    screen.type("nee")
    try screen.wait("needle")
    screen.press("Enter")
    try screen.wait("got <needle>")
    try screen.waitForPrompt()
    screen.type("plo")
    screen.press("Tab", "Enter")
    try screen.wait("got <plot(>")
  }

  @Test("report 20: lines over 1024 characters garble in the history")
  func report20() throws {
    let folder = try Folder()
    let path = try folder.file("history")
    let line = (0..<300).map { "\($0 % 10)23456ŷ89 " }.joined() + "end"
    let first = try PseudoTerminal(
      [Programs.probe, "--history", path],
      environment: Programs.environment()
    )
    try first.wait("›")
    first.send(line + "\r")
    try first.wait("got <\(line)> 3003")
    try first.wait("›")
    first.send("short\r")
    try first.wait("got <short>")
    try first.wait("›")
    first.send("\u{1B}[A\u{1B}[A\u{1B}[B\u{1B}[A\r")
    try first.wait("got <\(line)> 3003")
    #expect(
      try String(contentsOfFile: path, encoding: .utf8) == "\"\(line)\"\n\"short\"\n\"\(line)\"\n"
    )
    let second = try PseudoTerminal(
      [Programs.probe, "--history", path],
      environment: Programs.environment()
    )
    try second.wait("›")
    second.send("\u{1B}[A\r")
    try second.wait("got <\(line)> 3003")
  }

  @Test("report 21: Ctrl-C ends the program")
  func report21() throws {
    let screen = try Screen.probe()
    for turn in 1...3 {
      screen.type("x")
      screen.press("C-c")
      try screen.wait("interrupted", times: turn)
      try screen.waitForPrompt()
    }
    try screen.enter("alive")
  }
}
