-- A person at Neovim: types, mends, looks up, undoes and saves. Run by test_neovim.py, which writes the settings before it.
-- It is given the folders of two frameworks, and writes what it saw into a file.

local sound, firm, out = vim.env.SOUND, vim.env.FIRM, vim.env.OUT
local seen = {}

local function save_seen()
  vim.fn.writefile({ vim.json.encode(seen) }, out)
end

local function shown(count)
  -- What is marked in this file, once it is as much as expected.
  local right = vim.wait(15000, function() return #vim.diagnostic.get(0) == count end, 20)
  assert(right, ("%d marked instead of %d"):format(#vim.diagnostic.get(0), count))
  local found = {}
  for _, one in ipairs(vim.diagnostic.get(0)) do
    local marked = vim.api.nvim_buf_get_text(0, one.lnum, one.col, one.end_lnum, one.end_col, {})
    table.insert(found, { code = one.code, message = one.message, marked = marked[1] })
  end
  return found
end

local function keys(typed)
  vim.api.nvim_feedkeys(vim.keycode(typed), "tx", false)
end

local function go(words, after)
  vim.fn.cursor(1, 1)
  vim.fn.search("\\V" .. words, "cW")
  vim.fn.cursor(vim.fn.line("."), vim.fn.col(".") + (after or 0))
end

local function choose(title)
  vim.lsp.buf.code_action({ apply = true, filter = function(one) return one.title == title end })
end

local function ask(method)
  local where = vim.lsp.util.make_position_params(0, vim.lsp.get_clients({ bufnr = 0 })[1].offset_encoding)
  local answer = vim.lsp.buf_request_sync(0, method, where, 10000) or {}
  for _, one in pairs(answer) do
    return one.result
  end
end

local function open(path)
  vim.cmd.edit(vim.fn.fnameescape(path))
  seen.attached = vim.wait(15000, function()
    local client = vim.lsp.get_clients({ bufnr = 0, name = "ladderc" })[1]
    return client ~= nil and client.initialized
  end, 20)
end

local function main()
  vim.o.swapfile = false
  local track = sound .. "/tracks/engineering/specialist.yaml"
  open(track)
  local before = vim.api.nvim_buf_get_lines(0, 0, -1, false)

  go("kind: specialist", 3)
  keys("ad<Esc>")
  seen.misspelt = shown(1)
  choose("Write `kind`")
  seen.mended = shown(0)
  seen.mended_line = vim.api.nvim_get_current_line()

  go("moves:")
  keys("o<C-u>  - {note: '🚀é👩‍👩‍👧', from: S5, to: people-leadreship/M5, kind: lateral, trial_months: 6}<Esc>")
  seen.beyond_ascii = shown(1)
  go("leadreship")
  choose("Write `people-leadership/M5`")
  seen.beyond_ascii_mended = shown(0)
  seen.beyond_ascii_line = vim.api.nvim_get_current_line()

  seen.hover = ask("textDocument/hover").contents.value
  vim.lsp.buf.definition()
  vim.wait(10000, function() return vim.api.nvim_buf_get_name(0) ~= track end, 20)
  seen.definition = { vim.fs.basename(vim.api.nvim_buf_get_name(0)), vim.api.nvim_get_current_line() }
  vim.cmd.buffer(vim.fn.bufnr(track))

  go("- id: S5")
  keys("A<CR><C-u>  re<Esc>")
  vim.fn.cursor(vim.fn.line("."), vim.fn.col("$"))
  seen.offers = {}
  for _, one in ipairs(ask("textDocument/completion").items) do
    seen.offers[one.label] = one.textEdit.newText
  end
  keys("99u")
  seen.undone = vim.deep_equal(vim.api.nvim_buf_get_lines(0, 0, -1, false), before)
  seen.undone_shown = shown(0)

  go("kind: specialist", 3)
  keys("ad<Esc>")
  vim.cmd.write() -- at once: nothing has been judged yet
  seen.format = vim.bo.fileformat

  open(firm .. "/tracks/engineering/specialist.yaml")
  vim.wait(15000, function() return #vim.diagnostic.get(0) > 0 end, 20)
  go("title: Director", 8)
  choose("Write a waiver for title-as-pay-workaround")
  vim.wait(10000, function() return vim.fs.basename(vim.api.nvim_buf_get_name(0)) == "waivers.yaml" end, 20)
  seen.waiver = { vim.fs.basename(vim.api.nvim_buf_get_name(0)), vim.api.nvim_get_current_line() }
  seen.waiver_shown = shown(3)
end

local ended, fault = xpcall(main, debug.traceback)
seen.fault = not ended and fault or nil
save_seen()
vim.cmd("qall!")
