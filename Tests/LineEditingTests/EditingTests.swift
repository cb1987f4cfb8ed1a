import TestSupport
import Testing

@Suite struct EditingTests {
  @Test func typedTextIsEditedAndHandedOut() throws {
    let screen = try Screen.probe()
    try screen.enter("ŷ = W⁽ᴸ⁾ λ²")
    screen.type("λ²ab")
    screen.press("BSpace", "BSpace", "BSpace", "Left", "x", "Enter")
    try screen.wait("got <xλ> 2")
  }

  @Test func lettersOfLatin1AreNoCommands() throws {
    let screen = try Screen.probe()
    try screen.enter("éßÿäñ ¡±µ÷")
  }

  @Test func homeEndAndWordsMoveTheCursor() throws {
    let screen = try Screen.probe()
    screen.type("two three")
    screen.press("Home")
    screen.type("one ")
    screen.press("End")
    screen.type(" five")
    screen.press("C-Left")
    screen.type("four ")
    screen.press("DC", "F", "Enter")
    try screen.wait("got <one two three four Five>")
  }

  @Test func keysWithoutAMeaningLeaveNoTrace() throws {
    let screen = try Screen.probe()
    screen.type("a")
    screen.press("F5", "PageUp", "S-F3", "IC")
    screen.type("b")
    screen.press("Enter")
    try screen.wait("got <ab> 2")
  }

  @Test func prefillIsThereToBeChanged() throws {
    let screen = try Screen.probe()
    screen.type("edit s = 1.5")
    screen.press("Enter")
    try screen.wait("› s = 1.5")
    screen.press("BSpace", "7", "Enter")
    try screen.wait("got <s = 1.7>")
  }

  @Test func prefillOfManyLinesKeepsThem() throws {
    let screen = try Screen.probe()
    screen.type("edit a = 1|b = 2  # ŷ|c = 3")
    screen.press("Enter")
    try screen.wait("\nc = 3")
    screen.press("Enter")
    try screen.wait("got <a = 1⏎b = 2  # ŷ⏎c = 3>")
  }

  @Test func altEnterBeginsAnotherRow() throws {
    let screen = try Screen.probe()
    screen.type("one")
    screen.press("M-Enter")
    screen.type("two")
    screen.press("Enter")
    try screen.wait("got <one⏎two> 7")
  }

  @Test func upAndDownMoveByRowsBeforeTheyLeaveAnEntry() throws {
    let screen = try Screen.probe()
    try screen.enter("first")
    screen.paste("aaa\nbb\ncccc")
    try screen.wait("cccc")
    screen.press("Up", "1", "Up", "2", "Down", "3", "Home", "4", "End", "5", "Enter")
    // from (row 3, column 4) to the end of row 2; then column 3 of row 1, column 4 of row 2
    try screen.wait("got <aaa2⏎4bb135⏎cccc>")
    try screen.waitForPrompt()
    screen.press("Up", "Up", "Up")
    try screen.wait("the first row") { _ in screen.cursor == "7,7" }
    screen.press("Up")
    try screen.wait("an older entry") { $0.split(separator: "\n").last == "ŷ› first" }
    screen.press("Down")
    try screen.wait("the newer entry again") { _ in
      screen.rows[7...9] == ["ŷ› aaa2", "4bb135", "cccc"]
    }
    screen.press("Down")
    try screen.waitForPrompt()
  }

  @Test func viKeysWork() throws {
    let screen = try Screen.probe("--vi")
    screen.type("bcd")
    screen.press("Escape")
    // libedit moves one to the left when it leaves insert mode; only then is the key a command
    try screen.wait("command mode") { _ in screen.cursor == "5,1" }
    screen.press("0", "i", "a", "Escape")
    try screen.wait("command mode") { _ in screen.cursor == "3,1" }
    screen.press("A", "e", "Enter")
    try screen.wait("got <abcde>")
  }

  /// libedit's own `$` and ^E step before the buffer there, and what is deleted then corrupts the heap.
  @Test func anEmptyLineHasNoEndInVi() throws {
    let screen = try Screen.probe("--vi")
    for keys in [["x"], ["D"], ["C", "Escape"], ["s", "x", "Escape", "x"], ["D", "D", "D", "D"]] {
      screen.press("Escape", "$")
      for key in keys { screen.press(key) }
      screen.press("i", "C-e", "C-c")
      try screen.waitForPrompt()
    }
    screen.type("abc")
    screen.press("Escape")
    try screen.wait("command mode") { _ in screen.cursor.hasPrefix("5,") }
    // The end of a line that has one, alone and with an operator.
    screen.press("0", "$", "x", "0", "d", "$", "i")
    screen.type("whole")
    screen.press("Enter")
    try screen.wait("got <whole>")
  }

  @Test func vStartsNoEditorInVi() throws {
    let screen = try Screen.probe("--vi", ["EDITOR": "/bin/false", "VISUAL": "/bin/false"])
    screen.type("ab")
    screen.press("Escape")
    try screen.wait("command mode") { _ in screen.cursor.hasPrefix("4,") }
    screen.press("v", "A")
    screen.type("c")
    screen.press("Enter")
    try screen.wait("got <abc>")
  }

  @Test func arrowsStayInInsertModeOfVi() throws {
    let screen = try Screen.probe("--vi")
    screen.type("ac")
    screen.press("Left", "b", "Enter")
    try screen.wait("got <abc>")
    try screen.waitForPrompt()
    screen.type("par")
    screen.press("Tab", "Enter")
    try screen.wait("got <param>")
    try screen.waitForPrompt()
    screen.paste("one\ntwo")
    screen.press("Up", "x", "Enter")
    try screen.wait("got <onex⏎two>")
    try screen.waitForPrompt()
    screen.type("dropped")
    screen.press("C-c")
    try screen.wait("interrupted")
    try screen.waitForPrompt()
    screen.press("C-d")
    try screen.wait("RC=0")
  }

  @Test func editrcIsObeyedAndOursStays() throws {
    let folder = try Folder()
    _ = try folder.file(
      ".editrc",
      "# ours\nfathom:bind -v\nother:bind -e\nbind ^T ed-move-to-beg\n"
    )
    let screen = try Screen.probe("", ["HOME": folder.path])
    screen.type("bc")
    screen.press("C-t", "a", "Escape")
    screen.press("A", "d")
    try screen.wait("› abcd")
    screen.press("Enter")
    try screen.wait("got <abcd>")
    try screen.waitForPrompt()
    screen.type("plo")
    screen.press("Tab", "Enter")
    try screen.wait("got <plot(>")
  }

  @Test func editrcMayTurnEditingOff() throws {
    let folder = try Folder()
    _ = try folder.file(".editrc", "edit off\n")
    let screen = try Screen.probe("", ["HOME": folder.path])
    try screen.wait("plain")
    try screen.enter("ŷ = 1")
    screen.type("dropped")
    screen.press("C-c")
    try screen.wait("interrupted")
    screen.press("C-d")
    try screen.wait("RC=0")
  }

  @Test func promptWiderThanTheScreenWraps() throws {
    let screen = try Screen(
      "\(Screen.quoted(Programs.probe)) --wide",
      columns: 50,
      environment: Programs.environment()
    )
    try screen.wait("abcdefghi > ")
    screen.type("bc")
    screen.press("Home", "a", "Enter")
    try screen.wait("got <abc>")
  }
}
