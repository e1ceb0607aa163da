-- One waiting room. Everything that happens to it happens in here, so that it happens once, whichever node asks;
-- the clock is that of Redis, so that nodes need not agree on theirs.
local settings, state, queue, away, seen, places, admitted, figures, address = unpack(KEYS)
local operation = ARGV[1]
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)

-- A place's score: its group, then those drawn at the opening, then those who came later by their numbers.
local GROUP = 2 ^ 42
local LATER = 2 ^ 41
-- Browsers let a tab in the background ask once a minute only. Who was not heard of for longer keeps the place in the
-- line, but is not let in until heard of again.
local AWAY_AFTER = 180000
-- How long the placing of an order may take before another may be tried.
local ORDERING = 60000
-- However busy, nobody stays inside for more than so many times the minutes of inactivity.
local LONGEST = 4
local KEPT = 8 * 86400000
local MINUTE = 60000

local set

local function whole(number)
    return string.format('%.0f', number)
end

local function read()
    local v = redis.call('HMGET', settings, 'opens', 'rate', 'most', 'idle', 'paused', 'each')
    if not v[1] then return false end
    set = {
        opens = tonumber(v[1]), rate = tonumber(v[2]), most = tonumber(v[3]),
        idle = tonumber(v[4]), paused = v[5] == '1', each = tonumber(v[6])
    }
    return true
end

-- How many may be let in by the rate; it grows with time, up to what comes in ten seconds.
local function allowance()
    if set.rate == 0 then return 1000000 end
    local most = math.max(1, set.rate / 6)
    local kept = redis.call('HMGET', state, 'allowance', 'counted')
    if not kept[1] then return most end
    if set.paused then return tonumber(kept[1]) end
    return math.min(most, tonumber(kept[1]) + set.rate * (now - tonumber(kept[2])) / MINUTE)
end

local function keepAllowance(left)
    redis.call('HSET', state, 'allowance', string.format('%.6f', left), 'counted', whole(now))
end

-- The organizer's settings, when they are newer than those in here.
local function install()
    local version = redis.call('HGET', settings, 'version')
    if version and tonumber(version) >= tonumber(ARGV[2]) then return end
    if read() and now >= set.opens then
        if set.rate > 0 then keepAllowance(allowance()) else redis.call('HDEL', state, 'allowance', 'counted') end
    end
    redis.call('HSET', settings, 'version', ARGV[2], 'opens', ARGV[3], 'rate', ARGV[4], 'most', ARGV[5],
        'idle', ARGV[6], 'paused', ARGV[7], 'each', ARGV[8])
end

local function keep()
    local until_ = whole(math.max(now, set.opens) + KEPT)
    for _, key in ipairs({settings, state, queue, away, seen, places, admitted, figures}) do
        redis.call('PEXPIREAT', key, until_)
    end
end

local function count(what, mark)
    redis.call('HINCRBY', state, what, 1)
    redis.call('HINCRBY', figures, mark .. ':' .. whole(math.floor(now / MINUTE)), 1)
end

local function record(place)
    local text = redis.call('HGET', places, place)
    if not text then return nil end
    local number, group, came, entered, busy = string.match(text, '^(%d+)|(%d+)|(%d+)|(%d+)|(%d+)$')
    return {
        number = tonumber(number), group = tonumber(group), came = tonumber(came),
        entered = tonumber(entered), busy = tonumber(busy)
    }
end

local function write(place, r)
    redis.call('HSET', places, place, table.concat(
        {whole(r.number), whole(r.group), whole(r.came), whole(r.entered), whole(r.busy)}, '|'))
end

-- At the opening everybody who is there is put in an order that follows from a seed nobody knew before.
local function draw(seed)
    if now < set.opens or redis.call('HSETNX', state, 'seed', seed) == 0 then return end
    local all = redis.call('ZRANGE', queue, 0, -1, 'WITHSCORES')
    for i = 1, #all, 2 do
        local score = tonumber(all[i + 1])
        local group = math.floor(score / GROUP)
        local number = score - group * GROUP
        local lot = tonumber(string.sub(redis.sha1hex(seed .. ':' .. whole(number)), 1, 10), 16)
        redis.call('ZADD', queue, whole(group * GROUP + lot), all[i])
    end
end

local function admit(most)
    local done, looked = 0, 0
    while done < most and looked < 1000 do
        local head = redis.call('ZRANGE', queue, 0, 0, 'WITHSCORES')
        local place = head[1]
        if not place then break end
        looked = looked + 1
        redis.call('ZREM', queue, place)
        if now - tonumber(redis.call('ZSCORE', seen, place) or '0') > AWAY_AFTER then
            redis.call('ZADD', away, head[2], place)
        else
            local r = record(place)
            r.entered = now
            write(place, r)
            redis.call('ZREM', seen, place)
            redis.call('ZADD', admitted, whole(now + set.idle), place)
            redis.call('HINCRBY', state, 'waited', whole(math.max(0, now - math.max(r.came, set.opens))))
            count('admissions', 'd')
            done = done + 1
        end
    end
    if done > 0 then keep() end
    return done
end

local function endTurns()
    for _, place in ipairs(redis.call('ZRANGEBYSCORE', admitted, '-inf', whole(now), 'LIMIT', 0, 500)) do
        redis.call('ZREM', admitted, place)
        redis.call('HDEL', places, place)
        redis.call('HINCRBY', state, 'expired', 1)
    end
end

-- What time brings: the draw, turns that end, and the next ones let in.
local function goOn(seed)
    draw(seed)
    endTurns()
    if set.paused or now < set.opens then return end
    local allowed = allowance()
    local room = set.most > 0 and set.most - redis.call('ZCARD', admitted) or 1000000
    local done = admit(math.min(math.floor(allowed), room))
    if done > 0 and set.rate > 0 then keepAllowance(allowed - done) end
end

-- The place is heard of.
local function hear(place)
    if redis.call('ZSCORE', admitted, place) then return end
    local score = redis.call('ZSCORE', away, place)
    if score then
        redis.call('ZREM', away, place)
        redis.call('ZADD', queue, score, place)
    end
    redis.call('ZADD', seen, whole(now), place)
end

-- Admissions a minute: as measured while all who may be inside are, else as set.
local function pace()
    if set.rate > 0 and (set.most == 0 or redis.call('ZCARD', admitted) < set.most) then return set.rate end
    local minutes = math.min(5, math.floor((now - set.opens) / MINUTE))
    if minutes < 1 then return set.rate end
    local minute = math.floor(now / MINUTE)
    local sum = 0
    for i = 1, minutes do
        sum = sum + tonumber(redis.call('HGET', figures, 'd:' .. whole(minute - i)) or '0')
    end
    return sum / minutes
end

local function gone()
    return {'GONE', '', '0', '0', '0', '0', '-1', '0', '0', '0', '0'}
end

local function standing(place, ended)
    local r = record(place)
    if not r then return gone() end
    local stays = redis.call('ZSCORE', admitted, place)
    local name = stays and 'ADMITTED' or (now < set.opens and 'EARLY' or 'WAITING')
    local ahead = stays and 0 or (redis.call('ZRANK', queue, place) or 0)
    local wait = -1
    if name == 'WAITING' and not set.paused then
        local speed = pace()
        if speed > 0 then wait = math.ceil((ahead + 1) / speed * 60) end
    end
    return {
        name, place, whole(r.number), whole(r.group), whole(ahead), whole(redis.call('ZCARD', queue)), whole(wait),
        whole(set.opens), set.paused and '1' or '0', ended and '1' or '0', whole(tonumber(stays or '0'))
    }
end

-- Numbers that one address may take: many at once, then some a minute; before the opening no more than those.
-- Returns the seconds until the next one, 0 when it was given.
local function limited()
    if set.each == 0 then return 0 end
    local aMinute = math.max(1, set.each / 10)
    local kept = redis.call('HMGET', address, 'left', 'at')
    local left = tonumber(kept[1] or set.each)
    local since = math.max(tonumber(kept[2] or now), set.opens)
    if now > since then left = math.min(set.each, left + aMinute * (now - since) / MINUTE) end
    if left < 1 then return math.ceil((1 - left) / aMinute * 60 + math.max(0, set.opens - now) / 1000) end
    redis.call('HSET', address, 'left', string.format('%.6f', left - 1), 'at', whole(now))
    redis.call('PEXPIREAT', address, whole(math.max(now, set.opens) + KEPT))
    return 0
end

local function join(place, group)
    local number = redis.call('HINCRBY', state, 'number', 1)
    local later = redis.call('HEXISTS', state, 'seed') == 1
    redis.call('ZADD', queue, whole(group * GROUP + (later and LATER or 0) + number), place)
    redis.call('ZADD', seen, whole(now), place)
    write(place, {number = number, group = group, came = now, entered = 0, busy = 0})
    count('arrivals', 'a')
    keep()
end

local function regroup(place, group)
    local r = record(place)
    local score = redis.call('ZSCORE', queue, place)
    if not score or group >= r.group then return end
    redis.call('ZADD', queue, whole(tonumber(score) + (group - r.group) * GROUP), place)
    r.group = group
    write(place, r)
end

-- Somebody inside did something; an order that begins keeps others of the same place out until it is done.
local function stay(place, ordering, answer)
    local r = record(place)
    if ordering and r.busy > now then
        answer[1] = 'BUSY'
        return answer
    end
    local stays = math.min(now + set.idle, r.entered + LONGEST * set.idle)
    if ordering then
        r.busy = now + ORDERING
        write(place, r)
        stays = math.max(stays, r.busy)
    end
    redis.call('ZADD', admitted, whole(stays), place)
    answer[11] = whole(stays)
    return answer
end

local function enter(place, fresh, group, ordering, seed)
    -- before anybody joins: who comes after the opening takes no part in the draw, though nobody came in between
    draw(seed)
    local ended = false
    if place ~= '' and redis.call('HEXISTS', places, place) == 1 then
        hear(place)
        if group < 9 then regroup(place, group) end
    else
        -- an update of a page in the background asks for no number
        if fresh == '' then return gone() end
        ended = place ~= ''
        local retry = limited()
        if retry > 0 then return {'LIMITED', '', '0', '0', '0', '0', '-1', whole(set.opens), '0', '0', whole(retry)} end
        place = fresh
        join(place, group)
    end
    goOn(seed)
    local answer = standing(place, ended)
    if answer[1] == 'ADMITTED' then return stay(place, ordering, answer) end
    return answer
end

local function report()
    local answer = {
        whole(redis.call('ZCARD', queue)), whole(redis.call('ZCARD', away)), whole(redis.call('ZCARD', admitted))
    }
    for _, value in ipairs(redis.call('HMGET', state, 'arrivals', 'admissions', 'finished', 'expired', 'waited')) do
        answer[#answer + 1] = value or '0'
    end
    answer[#answer + 1] = redis.call('HGET', state, 'seed') or ''
    local minute = math.floor(now / MINUTE)
    answer[#answer + 1] = whole(minute)
    for _, mark in ipairs({'a', 'd'}) do
        for i = 59, 0, -1 do
            answer[#answer + 1] = redis.call('HGET', figures, mark .. ':' .. whole(minute - i)) or '0'
        end
    end
    return answer
end

if operation == 'poll' then
    local place = ARGV[2]
    if not read() or redis.call('HEXISTS', places, place) == 0 then return gone() end
    draw(ARGV[3])
    hear(place)
    goOn(ARGV[3])
    return standing(place, false)
end
if operation == 'finish' then
    if redis.call('ZREM', admitted, ARGV[2]) == 1 then
        redis.call('HDEL', places, ARGV[2])
        redis.call('HINCRBY', state, 'finished', 1)
    end
    return {'1'}
end
if operation == 'release' then
    local r = record(ARGV[2])
    if r then
        r.busy = 0
        write(ARGV[2], r)
    end
    return {'1'}
end

install()
read()
if operation == 'enter' then return enter(ARGV[9], ARGV[10], tonumber(ARGV[11]), ARGV[12] == '1', ARGV[13]) end
if operation == 'admit' then
    if now < set.opens then return {'-1'} end
    draw(ARGV[10])
    endTurns()
    return {whole(admit(tonumber(ARGV[9])))}
end
goOn(ARGV[9])
keep()
return report()
